using System.Text;

namespace DistArray.IO;

/// <summary>An exception in a form that crosses to the other ranks.</summary>
/// <param name="Kind">Which exception they throw.</param>
/// <param name="Message">Its text.</param>
/// <param name="Stack">HDF5's error stack, or empty.</param>
internal readonly record struct SharedFailure(FailureKind Kind, string Message, string Stack)
{
    private const string AgreedKey = "DistArray.IO.Agreed";

    /// <summary>Whether every rank of a communicator throws this exception, or one that holds it, at the same place: agreed among fewer ranks, such as one alone,
    /// it is news to the others.</summary>
    public static bool IsAgreed(Exception exception, ICommunicator communicator)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e.Data[AgreedKey] is ICommunicator among && among.IsCongruentTo(communicator))
                return true;
        }
        return false;
    }

    /// <summary>Notes that every rank of a communicator throws this exception.</summary>
    public static void MarkAgreed(Exception exception, ICommunicator communicator) => exception.Data[AgreedKey] = communicator;

    /// <summary>What of an exception the other ranks need.</summary>
    public static SharedFailure Of(Exception exception) => exception switch
    {
        Hdf5Exception e => new(FailureKind.Hdf5, e.Message, e.ErrorStack),
        FileNotFoundException => new(FailureKind.FileNotFound, exception.Message, ""),
        DirectoryNotFoundException => new(FailureKind.DirectoryNotFound, exception.Message, ""),
        InvalidDataException => new(FailureKind.InvalidData, exception.Message, ""),
        UnauthorizedAccessException => new(FailureKind.Unauthorized, exception.Message, ""),
        IOException => new(FailureKind.IO, exception.Message, ""),
        ArgumentException => new(FailureKind.Argument, exception.Message, ""),
        NotSupportedException => new(FailureKind.NotSupported, exception.Message, ""),
        DllNotFoundException => new(FailureKind.Library, exception.Message, ""),
        _ => new(FailureKind.Other, $"{exception.GetType().Name}: {exception.Message}", ""),
    };

    /// <summary>The exception that a rank throws.</summary>
    /// <param name="rank">The rank that failed.</param>
    /// <param name="mine">This rank's own exception, which becomes the inner one.</param>
    /// <param name="communicator">The ranks that throw it.</param>
    public Exception ToException(int rank, Exception? mine, ICommunicator communicator)
    {
        Exception exception = Kind switch
        {
            FailureKind.Hdf5 => new Hdf5Exception(Message, Stack, mine),
            FailureKind.FileNotFound => new FileNotFoundException(Message, mine),
            FailureKind.DirectoryNotFound => new DirectoryNotFoundException(Message, mine),
            FailureKind.InvalidData => new InvalidDataException(Message, mine),
            FailureKind.Unauthorized => new UnauthorizedAccessException(Message, mine),
            FailureKind.IO => new IOException(Message, mine),
            FailureKind.Argument => new ArgumentException(Message, mine),
            FailureKind.NotSupported => new NotSupportedException(Message, mine),
            FailureKind.Library => new DllNotFoundException(Message, mine),
            _ => new RankFailedException(rank, Message, mine),
        };
        MarkAgreed(exception, communicator);
        return exception;
    }

    /// <summary>The bytes to send.</summary>
    public byte[] Encode() => [(byte)Kind, .. Encoding.UTF8.GetBytes($"{Message}\0{Stack}")];

    /// <summary>The failure that was sent.</summary>
    public static SharedFailure Decode(ReadOnlySpan<byte> bytes)
    {
        // A message may quote a zero character; HDF5's stack has none.
        string text = Encoding.UTF8.GetString(bytes[1..]);
        int end = text.LastIndexOf('\0');
        return new SharedFailure((FailureKind)bytes[0], text[..end], text[(end + 1)..]);
    }
}
