using System.Xml.Linq;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>The XDMF file is sound, and what it refers to is there and of that shape.</summary>
public class XdmfWriterTests
{
    [MpiTest(1, 2, 3)]
    public void Add_SeriesOfTwoFields_DescribesWhatIsInTheFiles(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        foreach (long[] shape in (long[][])[[7, 10], [3, 4, 5]])
        {
            string name = $"series{shape.Length}.xmf";
            var grid = new UniformGrid(shape, [.. shape.Select((_, axis) => 0.1 * axis - 1)], [.. shape.Select((_, axis) => 0.25 * (axis + 1))]);
            var xdmf = new XdmfWriter(folder[name], world, grid);
            for (int record = 0; record < 3; record++)
            {
                string file = folder[$"fields{shape.Length}_{record}.h5"];
                using DistArray<double> density = Cases.Arange(new Distribution(world, shape, "b" + new string('n', shape.Length - 1)));
                using DistArray<float> flow = Np.Full(density.Distribution, record + 0.5f);
                Hdf5File.Save(file, world, f =>
                {
                    f.Write("density", density);
                    f.Write("flow/x", flow);
                });
                xdmf.Add(record / 3.0, file, new XdmfField("density"), new XdmfField("flow/x", ElementType.Float32, "speed"));
                Assert.That(Load(folder[name]).Descendants("Time").Count(), Is.EqualTo(record + 1));
            }
            AssertSound(Load(folder[name]), shape);
            Outside.RunPython(world, """
                import os, xml.etree.ElementTree as ET
                items = [d for d in ET.parse(sys.argv[1]).iter('DataItem') if d.get('Format') == 'HDF']
                assert len(items) == 6
                for item in items:
                    path, dataset = item.text.split(':')
                    assert not os.path.isabs(path)
                    with h5py.File(os.path.join(os.path.dirname(sys.argv[1]), path)) as f:
                        assert f[dataset].shape == tuple(int(n) for n in item.get('Dimensions').split())
                        assert f[dataset].dtype == {('Float', '8'): 'f8', ('Float', '4'): 'f4'}[item.get('NumberType'), item.get('Precision')]
                """, folder[name]);
        }
    }

    [MpiTest(1, 2)]
    public void Add_WhereItCannotBe_ThrowsAndForgetsTheRecord(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var grid = new UniformGrid([4, 5], [0, 0], [1, 1]);
        var xdmf = new XdmfWriter(folder["no/a.xmf"], world, grid);
        Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => xdmf.Add(0, folder["a.h5"], new XdmfField("x")));
        Assert.That(xdmf.Count, Is.Zero);
        Assert.That(() => xdmf.Add(0, folder["a.h5"], new XdmfField("z", ElementType.Complex128)), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => xdmf.Add(double.NaN, folder["a.h5"], new XdmfField("x")), Throws.ArgumentException);
        Assert.That(() => xdmf.Add(0, folder["a.h5"]), Throws.ArgumentException);
    }

    [TestCase(new long[] { 4 }, new double[] { 0 }, new double[] { 1 })]
    [TestCase(new long[] { 4, 5 }, new double[] { 0 }, new double[] { 1, 1 })]
    [TestCase(new long[] { 4, 5 }, new double[] { 0, 0 }, new double[] { 1, 0 })]
    [TestCase(new long[] { 4, 0 }, new double[] { 0, 0 }, new double[] { 1, 1 })]
    [TestCase(new long[] { 4, 5 }, new double[] { 0, double.NaN }, new double[] { 1, 1 })]
    public void UniformGrid_WithoutSense_IsRefused(long[] shape, double[] origin, double[] spacing) =>
        Assert.That(() => new UniformGrid(shape, origin, spacing), Throws.ArgumentException);

    private static XElement Load(string path) => XDocument.Load(path).Root!;

    private static void AssertSound(XElement xdmf, long[] shape)
    {
        XElement series = xdmf.Element("Domain")!.Element("Grid")!;
        Assert.That((string?)series.Attribute("CollectionType"), Is.EqualTo("Temporal"));
        Assert.That(series.Elements("Grid").Select(grid => (double)grid.Element("Time")!.Attribute("Value")!), Is.EqualTo((double[])[0, 1 / 3.0, 2 / 3.0]));
        foreach (XElement grid in series.Elements("Grid"))
        {
            Assert.That((string?)grid.Element("Topology")!.Attribute("TopologyType"), Is.EqualTo($"{shape.Length}DCoRectMesh"));
            Assert.That((string?)grid.Element("Topology")!.Attribute("Dimensions"), Is.EqualTo(string.Join(' ', shape)));
            XElement geometry = grid.Element("Geometry")!;
            Assert.That((string?)geometry.Attribute("GeometryType"), Is.EqualTo(shape.Length == 2 ? "ORIGIN_DXDY" : "ORIGIN_DXDYDZ"));
            Assert.That(geometry.Elements("DataItem").Select(item => item.Value.Split(' ').Select(double.Parse).ToArray()), Is.EqualTo((double[][])
            [
                [.. shape.Select((_, axis) => 0.1 * axis - 1)],
                [.. shape.Select((_, axis) => 0.25 * (axis + 1))],
            ]));
            Assert.That(grid.Elements("Attribute").Select(attribute => (string?)attribute.Attribute("Name")), Is.EqualTo((string[])["density", "speed"]));
        }
    }
}
