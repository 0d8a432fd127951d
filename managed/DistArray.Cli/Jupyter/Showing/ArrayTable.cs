using System.Globalization;
using System.Net;
using System.Text;
using DistArray.Cli.Plotting.Fields;

namespace DistArray.Cli.Jupyter.Showing;

/// <summary>An array of one or two axes as a table, its corners where it is large.</summary>
internal static class ArrayTable
{
    // How many rows and columns are shown at either end, and how many whole.
    private const int End = 5, Whole = 12;

    public static string Of(EngineField field, string caption)
    {
        AxisPart[] columns = Ends(field.Axes[^1].Size);
        var html = new StringBuilder($"<table>\n<caption>{WebUtility.HtmlEncode(caption)}</caption>\n<tr>{(field.NDim == 2 ? "<th></th>" : "")}");
        html.AppendJoin("<th>…</th>", columns.Select(part => string.Concat(Numbers(part).Select(Head)))).Append("</tr>\n");
        if (field.NDim == 1) html.Append($"<tr>{Cells(columns, part => field.Texts([part]))}</tr>\n");
        else html.AppendJoin($"<tr><th>…</th>{string.Concat(Enumerable.Repeat("<td>…</td>", columns.Sum(part => part.Count) + columns.Length - 1))}</tr>\n", Ends(field.Axes[0].Size).Select(rows => Rows(field, rows, columns)));
        return html.Append("</table>").ToString();
    }

    private static string Rows(EngineField field, AxisPart rows, AxisPart[] columns)
    {
        string[][] blocks = [.. columns.Select(part => field.Texts([rows, part]))];
        return string.Concat(Numbers(rows).Index().Select(row =>
            $"<tr>{Head(row.Item)}{string.Join("<td>…</td>", columns.Zip(blocks, (part, block) => Cells(block.AsSpan(row.Index * part.Count, part.Count))))}</tr>\n"));
    }

    private static string Cells(AxisPart[] columns, Func<AxisPart, string[]> texts) => string.Join("<td>…</td>", columns.Select(part => Cells(texts(part))));

    private static string Cells(ReadOnlySpan<string> texts)
    {
        var html = new StringBuilder();
        foreach (string text in texts) html.Append($"<td>{WebUtility.HtmlEncode(text)}</td>");
        return html.ToString();
    }

    private static string Head(long number) => $"<th>{number.ToString(CultureInfo.InvariantCulture)}</th>";

    private static IEnumerable<long> Numbers(AxisPart part) => Enumerable.Range(0, part.Count).Select(i => part.Start + i);

    private static AxisPart[] Ends(long size) => size <= Whole ? [new(0, 1, (int)size)] : [new(0, 1, End), new(size - End, 1, End)];
}
