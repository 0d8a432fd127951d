using System.Globalization;
using DistArray.Testing;

namespace DistArray.IO.Tests.Xdmf;

/// <summary>Series as the Xdmf library reads them, on which ParaView's reader stands.</summary>
public class XdmfLibraryTests
{
    private const string Header = "/usr/include/XdmfReader.hpp";

    // A line a record and a line a field of it, with all values.
    private const string Reader = """
        #include <XdmfAttribute.hpp>
        #include <XdmfDomain.hpp>
        #include <XdmfGridCollection.hpp>
        #include <XdmfGridCollectionType.hpp>
        #include <XdmfReader.hpp>
        #include <XdmfRegularGrid.hpp>
        #include <XdmfTime.hpp>
        #include <cstdio>
        int main(int, char **arguments) {
            auto series = shared_dynamic_cast<XdmfDomain>(XdmfReader::New()->read(arguments[1]))->getGridCollection(0);
            if (series->getType() != XdmfGridCollectionType::Temporal()) return 1;
            for (unsigned i = 0; i < series->getNumberRegularGrids(); i++) {
                auto grid = series->getRegularGrid(i);
                std::printf("%.17g: (%s) from (%s) by (%s)\n", grid->getTime()->getValue(), grid->getDimensions()->getValuesString().c_str(),
                            grid->getOrigin()->getValuesString().c_str(), grid->getBrickSize()->getValuesString().c_str());
                for (unsigned k = 0; k < grid->getNumberAttributes(); k++) {
                    auto field = grid->getAttribute(k);
                    field->read();
                    std::printf("%s %s", field->getName().c_str(), field->getArrayType()->getName().c_str());
                    for (unsigned j = 0; j < field->getSize(); j++) std::printf(" %.17g", field->getValue<double>(j));
                    std::printf("\n");
                }
            }
        }
        """;

    [MpiTest(2)]
    public void Series_OfFilesAndBatches_IsReadByTheXdmfLibrary(ICommunicator world)
    {
        if (!File.Exists(Header))
            Assert.Ignore("The Xdmf library is not installed: apt-get install libxdmf-dev.");
        using var folder = new SharedFolder(world);
        string reader = folder["reader"];
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllText(reader + ".cpp", Reader);
            return 0;
        });
        Outside.RunProgram(world, "/usr/bin/g++", "-std=c++17", "-I/usr/include/libxml2", reader + ".cpp", "-o", reader, "-l:libXdmf.so.3", "-l:libXdmfCore.so.3");
        foreach (long[] shape in (long[][])[[4, 5], [3, 4, 5]])
        {
            bool isPlane = shape.Length == 2;
            var grid = new UniformGrid(shape, isPlane ? [0.5, -1] : [0.5, -1, 3], isPlane ? [1, 2] : [1, 2, 0.25]);
            FieldSeries series = FieldSeries.Create(folder["run.h5"], world, grid);
            var expected = new List<string>();
            Add(expected, world, shape, 0, (time, write) => series.Add(0, time, write));
            using (FieldBatch batch = series.StartBatch())
            {
                for (int number = 1; number < 4; number++)
                    Add(expected, world, shape, number, (time, write) => batch.Add(number, time, write));
                batch.Commit();
            }
            string read = Outside.RunProgram(world, reader, folder["run.xmf"]);
            if (world.Rank == 0)
                Assert.That(read.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(expected));
        }
    }

    private static void Add(List<string> expected, ICommunicator world, long[] shape, int number, Action<double, Action<Hdf5Group>> add)
    {
        var distribution = new Distribution(world, shape);
        using DistArray<double> u = Np.FromFunction<double>(distribution, index => Cases.Index(index, shape) + (1000 * number) + 0.25);
        using DistArray<int> k = Np.FromFunction<int>(distribution, index => -(int)Cases.Index(index, shape) - number);
        using DistArray<float> zipped = Np.FromFunction<float>(distribution, index => (2 * Cases.Index(index, shape)) + number);
        add(number / 4.0, record =>
        {
            record.Write("flow/v", zipped, new Hdf5DatasetOptions { Chunks = [.. shape.Select(_ => 2L)], Gzip = 3 });
            record.Write("k", k);
            record.Write("u", u);
        });
        long size = u.Size;
        expected.Add(string.Create(CultureInfo.InvariantCulture, $"{number / 4.0}: ({string.Join(' ', shape)}) from ({(shape.Length == 2 ? "0.5 -1" : "0.5 -1 3")}) by ({(shape.Length == 2 ? "1 2" : "1 2 0.25")})"));
        expected.Add($"flow/v Float {Values(i => (2 * i) + number)}");
        expected.Add($"k Int {Values(i => -i - number)}");
        expected.Add($"u Float {Values(i => i + (1000 * number) + 0.25)}");

        string Values(Func<int, double> value) => string.Join(' ', Enumerable.Range(0, (int)size).Select(i => value(i).ToString(CultureInfo.InvariantCulture)));
    }
}
