namespace DistArray.Cli.SelfTesting;

/// <summary>A result is not what it must be.</summary>
internal sealed class WrongException(string message) : Exception(message)
{
    /// <summary>Returns where two values are equal.</summary>
    public static void IfDifferent<T>(T found, T wanted, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(found, wanted)) throw new WrongException($"{what} is {found}, and must be {wanted}");
    }
}
