using System.Text;

namespace DistArray.Cli.Jupyter.Cells;

/// <summary>Text that goes to the notebook whenever it is flushed.</summary>
internal sealed class CellStream(CellOutput output) : TextWriter
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_text) _text.Append(value);
    }

    public override void Flush()
    {
        lock (_text)
        {
            output.Print(_text.ToString());
            _text.Clear();
        }
    }
}
