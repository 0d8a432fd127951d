namespace DistArray.Cli.CommandLine;

/// <summary>A command of the tool. A new one derives from this, in a folder of its own, and joins <see cref="Commands"/>.</summary>
internal abstract class Command
{
    /// <summary>Its word, or words: "show", "checkpoint ls".</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in a few words, for the list of commands.</summary>
    public abstract string Summary { get; }

    /// <summary>What it does, in paragraphs, for its help.</summary>
    public abstract string Description { get; }

    /// <summary>Its arguments, in their order.</summary>
    public virtual IReadOnlyList<Operand> Operands => [];

    /// <summary>Its options, in the order of the help; <see cref="Common.Help"/> is added.</summary>
    public virtual IReadOnlyList<Option> Options => [];

    /// <summary>What the help says last, such as examples and what its exit statuses mean.</summary>
    public virtual string Remarks => "";

    /// <summary>Whether an argument ends the values of a greedy option.</summary>
    public virtual bool EndsValues(string argument) => false;

    /// <summary>Does it.</summary>
    /// <param name="given">The command line.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    /// <exception cref="UsageException">The command line is wrong, or names what is not there.</exception>
    public abstract int Run(Given given, TextWriter output, TextWriter error);

    /// <summary>Does it with the arguments after its name; help where that is asked for.</summary>
    public int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        Given given = ArgumentParser.Parse(this, arguments);
        if (!given.Has(Common.Help)) return Run(given, output, error);
        output.WriteLine(HelpText.Of(this));
        return ExitStatus.Good;
    }
}
