using System.Globalization;
using System.Xml;

namespace DistArray.IO;

/// <summary>A series of HDF5 files in time as one XDMF file, which ParaView and VisIt open.</summary>
/// <remarks>The file is written anew with every record, beside its target and then renamed, so that it is whole at any moment.</remarks>
public sealed class XdmfWriter
{
    private readonly ICommunicator _communicator;
    private readonly UniformGrid _grid;
    private readonly string _path;
    private List<(double Time, string File, XdmfField[] Fields)> _records = [];

    /// <summary>Describes the series; nothing is written before the first record.</summary>
    /// <param name="path">Where the XDMF file is to be; its ending is commonly ".xmf".</param>
    /// <param name="communicator">The ranks that write the series.</param>
    /// <param name="grid">Where the fields are in space.</param>
    public XdmfWriter(string path, ICommunicator communicator, UniformGrid grid)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(grid);
        _path = Path.GetFullPath(path);
        _communicator = communicator;
        _grid = grid;
    }

    /// <summary>Number of records.</summary>
    public int Count => _records.Count;

    /// <summary>Adds a record and writes the file.</summary>
    /// <param name="time">Time of the record.</param>
    /// <param name="file">The HDF5 file that holds the fields; referred to from the folder of the XDMF file, so that both can be moved together.</param>
    /// <param name="fields">The fields, datasets of the grid's shape.</param>
    /// <exception cref="ArgumentException">There are no fields, or the time is not finite.</exception>
    /// <exception cref="NotSupportedException">A field is not of real numbers.</exception>
    /// <exception cref="IOException">The file cannot be written; the older one stays, and so does the series.</exception>
    /// <remarks><b>Collective.</b> Rank 0 writes.</remarks>
    public void Add(double time, string file, params ReadOnlySpan<XdmfField> fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        if (fields.IsEmpty || !double.IsFinite(time))
            throw new ArgumentException($"A record at time {time} with {fields.Length} fields cannot be shown. Give a finite time and at least one field.", nameof(fields));
        foreach (XdmfField field in fields)
            _ = field.NumberType;
        string relative = Path.GetRelativePath(Path.GetDirectoryName(_path) ?? "/", Path.GetFullPath(file));
        var agreement = new RankAgreement(_communicator);
        agreement.OnCall($"Add({_path}, {time:R}, {relative}, {string.Join(", ", fields.ToArray().AsEnumerable())})");
        Save(agreement, [.. _records, (time, relative, fields.ToArray())]);
    }

    /// <summary>Writes the file anew with other records, those that have fields.</summary>
    /// <param name="records">The records, with their files as seen from the folder of the XDMF file.</param>
    /// <remarks><b>Collective.</b> Rank 0 writes.</remarks>
    internal void Replace(IEnumerable<(double Time, string File, XdmfField[] Fields)> records) =>
        Save(new RankAgreement(_communicator), [.. records.Where(record => record.Fields.Length > 0)]);

    private void Save(RankAgreement agreement, List<(double Time, string File, XdmfField[] Fields)> records)
    {
        List<(double, string, XdmfField[])> before = _records;
        _records = records;
        var target = new AtomicFile(_path, _communicator, agreement);
        try
        {
            target.Create();
            target.WriteOnRankZero(Write);
            target.Commit();
        }
        catch
        {
            _records = before;
            throw;
        }
        finally
        {
            target.Discard();
        }
    }

    private void Write(Stream stream)
    {
        using XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true });
        xml.WriteStartDocument();
        xml.WriteStartElement("Xdmf");
        xml.WriteAttributeString("Version", "2.0");
        xml.WriteStartElement("Domain");
        WriteStart(xml, "Grid", ("Name", "series"), ("GridType", "Collection"), ("CollectionType", "Temporal"));
        foreach ((double time, string file, XdmfField[] fields) in _records)
            WriteRecord(xml, time, file, fields);
        xml.WriteEndDocument();
    }

    private void WriteRecord(XmlWriter xml, double time, string file, XdmfField[] fields)
    {
        bool isPlane = _grid.NDim == 2;
        string dimensions = Numbers(_grid.Shape);
        WriteStart(xml, "Grid", ("Name", "record"), ("GridType", "Uniform"));
        WriteElement(xml, "Time", null, ("Value", time.ToString("R", CultureInfo.InvariantCulture)));
        WriteElement(xml, "Topology", null, ("TopologyType", isPlane ? "2DCoRectMesh" : "3DCoRectMesh"), ("Dimensions", dimensions));
        WriteStart(xml, "Geometry", ("GeometryType", isPlane ? "ORIGIN_DXDY" : "ORIGIN_DXDYDZ"));
        WriteNumbers(xml, _grid.Origin);
        WriteNumbers(xml, _grid.Spacing);
        xml.WriteEndElement();
        foreach (XdmfField field in fields)
        {
            (string type, int precision) = field.NumberType;
            WriteStart(xml, "Attribute", ("Name", field.Name ?? field.Dataset.TrimStart('/')), ("AttributeType", "Scalar"), ("Center", "Node"));
            WriteElement(xml, "DataItem", $"{file}:{Hdf5Path.Combine("/", field.Dataset)}",
                ("Format", "HDF"), ("NumberType", type), ("Precision", precision.ToString(CultureInfo.InvariantCulture)), ("Dimensions", dimensions));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteNumbers(XmlWriter xml, ReadOnlySpan<double> values) => WriteElement(xml, "DataItem", Numbers(values),
        ("Format", "XML"), ("NumberType", "Float"), ("Precision", "8"), ("Dimensions", values.Length.ToString(CultureInfo.InvariantCulture)));

    private static string Numbers<T>(ReadOnlySpan<T> values) where T : IFormattable =>
        string.Join(' ', values.ToArray().Select(value => value.ToString(value is double ? "R" : null, CultureInfo.InvariantCulture)));

    private static void WriteStart(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes)
            xml.WriteAttributeString(attribute, value);
    }

    private static void WriteElement(XmlWriter xml, string name, string? content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteStart(xml, name, attributes);
        xml.WriteString(content);
        xml.WriteEndElement();
    }
}
