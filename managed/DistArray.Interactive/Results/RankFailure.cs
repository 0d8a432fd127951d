namespace DistArray.Interactive;

/// <summary>An exception on one rank.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Type">Full name of the exception's type.</param>
/// <param name="Message">Its message.</param>
/// <param name="StackTrace">Its stack, without the frames below the line.</param>
public sealed record RankFailure(int Rank, string Type, string Message, string StackTrace);
