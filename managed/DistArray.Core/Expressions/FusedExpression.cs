namespace DistArray;

/// <summary>An array as its readers see it: a program over this rank's memory, without instructions where the elements are there.</summary>
/// <param name="Program">What to compute.</param>
/// <param name="Shape">Local shape; any extent is 0 where this rank owns nothing.</param>
/// <param name="Inputs">Where the operands lie.</param>
/// <param name="Constants">Values of the constants.</param>
/// <param name="KeepAlive">What must live until the program has run.</param>
internal sealed record FusedExpression(FusedProgram Program, int[] Shape, LocalOperand[] Inputs, FusedConstant[] Constants, object KeepAlive)
{
    /// <summary>The ghosts that are read; what needs none of them may be computed while they come.</summary>
    public HaloRead[] Reads { get; init; } = [];

    /// <summary>Waits for the ghosts.</summary>
    public FusedExpression WithGhosts()
    {
        foreach (HaloRead read in Reads) read.Update.Complete();
        return this;
    }
}
