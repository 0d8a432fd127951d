namespace DistArray.Cli.Interactive;

/// <summary>What the prompt knows beside C#.</summary>
internal static class ReplHelp
{
    public const string Text = """
        Lines that begin with % are for the prompt:

          %rank R LINE    runs a line on one rank alone
          %time LINE      runs a line and tells how long it took
          %timeit LINE    runs it many times and tells how long one takes, on the slowest rank
          %who            the variables
          %reset          forgets all definitions
          %restart        starts new ranks, when the old ones have ended
          %trust          goes on although ranks have made different numbers of collective calls
          %help           this text
          %quit           ends (so do Ctrl-D and the end of input)

        NAME? tells what a name is, with its documentation: Np.Sqrt?

        A line that is not complete goes on in the next; an empty one ends it. Tab completes names. Ctrl-C ends the line that runs, on all ranks at one
        point; pressed again it ends the ranks.
        """;
}
