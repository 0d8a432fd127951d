namespace DistArray.IO;

/// <summary>Columns of numbers, such as a time series.</summary>
public sealed class Table
{
    private readonly double[][] _values;

    /// <summary>Makes a table.</summary>
    /// <param name="columns">Names and units.</param>
    /// <param name="values">Values of every column, all of one length.</param>
    /// <exception cref="ArgumentException">Columns of different lengths, or not as many as names, or names that a header cannot hold.</exception>
    public Table(IReadOnlyList<TableColumn> columns, double[][] values)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(values);
        TableHeader.Expect(columns);
        if (columns.Count != values.Length)
            throw new ArgumentException($"{columns.Count} names and {values.Length} columns of values. Give a name for each.");
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i].Length != values[0].Length)
                throw new ArgumentException($"Column {columns[i].Name} has {values[i].Length} rows, column {columns[0].Name} {values[0].Length}. Make them equally long.");
        }
        Columns = [.. columns];
        _values = values;
    }

    /// <summary>Names and units.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => _values.Length == 0 ? 0 : _values[0].Length;

    /// <summary>Values of a column: no copy.</summary>
    /// <param name="column">Its number, from 0.</param>
    public double[] this[int column] => _values[column];

    /// <summary>Values of a column: no copy.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public double[] this[string name]
    {
        get
        {
            for (int i = 0; i < Columns.Count; i++)
            {
                if (Columns[i].Name == name)
                    return _values[i];
            }
            throw new ArgumentException($"There is no column {name}; there are {string.Join(", ", Columns.Select(column => column.Name))}.");
        }
    }
}
