using System.Text.Json;

namespace DistArray.Cli.Tests.Tools;

/// <summary><c>distarray show</c> of files that Python made.</summary>
internal sealed class ShowTests
{
    private readonly ToolFolder _folder = new();

    [OneTimeSetUp]
    public void Make() => _folder.Python(SampleFiles.Script + SampleFiles.Odd);

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase("show @a.h5", "@a.h5: HDF5, ", "@title = \"a run\"", "u      float64 (64, 32)  chunks (16, 32), shuffle, gzip 4", "@bounds = [0, 1.5]", "gone     -> no.h5:/x (nothing there)", "here     -> /fields/u", "string of any length (2,)")]
    [TestCase("show @a.h5 fields", "fields/", "z      complex128 (2, 3)")]
    [TestCase("show @a.h5:fields/x --stats", "min 0, max 1, mean 0.5185185185185185, 1 NaN")]
    [TestCase("show @a.h5 n --stats", "min 9007199254740993, max 9007199254740993")]
    [TestCase("show @a.h5 fields/z --stats", "max 11.180339887498949")]
    [TestCase("show @a.h5 fields/u --values", "the first (6, 6):", "[ 32.  33.  34.  35.  36.  37.]")]
    [TestCase("show @a.dat --values", ".npy, version 1.0, big-endian", "float32 (4, 6)  column-major", "[ 6.  7.  8.  9. 10. 11.]")]
    [TestCase("show @a.dat a --values", "float32 (4, 6)  column-major", "[ 6.  7.  8.  9. 10. 11.]")]
    [TestCase("show @a.npz --stats", "u  float64 (2, 3, 4)", "max 23, mean 11.5", "v  int32 (5,)", "max 4, mean 2,")]
    [TestCase("show @c.npz u --stats", "u  float64 (2, 3, 4)  deflate", "mean 11.5")]
    [TestCase("show @a.txt --stats", "table", "energy  float64 (4,)", "@unit = \"J\"", "min 1, max 10, mean 5.5")]
    [TestCase("show @a.csv", "CSV", "t  float64 (2,)", "@unit = \"s\"")]
    [TestCase("show @a.unf", "Fortran, sequential, big-endian, 4-byte markers, 2 records", "record 0  4 bytes", "record 1  192 bytes")]
    [TestCase("show @a.bin", "unknown", "--raw float64:64x32")]
    [TestCase("show @a.bin --raw float64:6x4:F --values", "raw, stream", "[ 1.  7. 13. 19.]")]
    [TestCase("show @a.h5 /", "@title = \"a run\"", "fields/", "u      float64 (64, 32)")]
    [TestCase("show @a.h5 / -n 2", "@title = \"a run\"", "fields/", "u      float64 (64, 32)")]
    [TestCase("show @null.h5 --stats", "x  float64 null\n", "y  float64 (3,)\n", "min 0, max 2, mean 1", "@nothing = []")]
    [TestCase("show @null.h5 x --stats --values", "x  float64 null")]
    [TestCase("show @lzf.h5", "a  float64 (100,)  chunks (10,), lzf")]
    [TestCase("show @notes.md", "@notes.md: unknown", "--raw float64:64x32")]
    [TestCase("show @set.sh", "@set.sh: unknown")]
    [TestCase("show @double.txt --stats", "@double.txt: table", "t  float64 (2,)", "min 1, max 3")]
    [TestCase("show @gaps.csv", "@gaps.csv: CSV", "t  float64 (2,)")]
    public void Show_Tells(string line, params string[] told)
    {
        string output = _folder.Good(line.Split(' '));
        foreach (string text in told) Assert.That(output, Does.Contain(text));
    }

    [TestCase("show @cut.h5", 1, "could not open")]
    [TestCase("show @cut.npz", 1, "does not end as a zip file does")]
    [TestCase("show @bad.npz --stats", 0, "")]
    [TestCase("show @", 2, "is a folder, and a file is needed")]
    [TestCase("show @a.h6", 2, "there is no file @a.h6. Is a.h5 meant?")]
    [TestCase("show @no/a.h5", 2, "the folder @no is missing")]
    [TestCase("show @a.dat b", 2, "@a.dat has no array b.\n")]
    [TestCase("show @a.h5 feilds/u", 2, "has no array feilds/u. Is fields/u meant?")]
    [TestCase("show @a.bin --raw float64:6x5", 2, "has 240 bytes, and the file has 192")]
    [TestCase("show @a.unf --raw float64:6x5", 2, "no record has that length; they have 4, 192")]
    [TestCase("show @a.unf 1", 2, "record 1 is 192 bytes: say with --raw what it holds")]
    [TestCase("show @a.unf 0 --raw float64:24:big", 2, "record 0 is 4 bytes, and float64 (24,) has 192")]
    [TestCase("show @a.unf 2", 2, "has no array 2")]
    [TestCase("show @a.bin --raw float64:3:+9223372036854775800", 2, "from byte 9223372036854775800 on has 24 bytes, and the file has 192")]
    [TestCase("show @a.h5 //", 2, "has nothing of the name '//'")]
    [TestCase("show @a.h5 .", 2, "has nothing of the name '.'")]
    [TestCase("show @a.h5 ..", 2, "has nothing of the name '..'")]
    [TestCase("show @a.h5 fields//u", 2, "has nothing of the name 'fields//u'")]
    [TestCase("show @a.h5 fields/.. -n 2", 2, "has nothing of the name 'fields/..'")]
    [TestCase("show @a.h5 ", 2, "has nothing of the name ''")]
    [TestCase("show @lzf.h5 --stats", 70, "required filter 'lzf' is not registered")]
    [TestCase("show @empty.h5", 1, "@empty.h5 is empty")]
    public void Show_OfWhatIsWrong_TellsItWithItsStatus(string line, int status, string told)
    {
        (int found, _, string error) = _folder.Run(line.Split(' '));
        Assert.That(found, Is.EqualTo(status), error);
        Assert.That(error, Does.Contain(told).And.Not.Contain("   at "));
    }

    [Test]
    public void Show_OnTwoRanks_IsTheSameAsOnOne()
    {
        string[] line = ["show", "@a.h5", "--stats", "--values", "--json"];
        string one = _folder.Good(line), two = _folder.Good([.. line, "-n", "2"]);
        Assert.That(two, Is.EqualTo(one));
        using JsonDocument document = JsonDocument.Parse(one);
        JsonElement u = document.RootElement.GetProperty("items").EnumerateArray().First(item => item.GetProperty("path").GetString() == "/fields/u");
        Assert.That(u.GetProperty("filters").EnumerateArray().Select(filter => filter.GetString()), Is.EqualTo((string[])["shuffle", "gzip 4"]));
        Assert.That((u.GetProperty("statistics").GetProperty("max").GetDouble(), u.GetProperty("values").GetProperty("data")[6].GetDouble()), Is.EqualTo((2047.0, 32.0)));
    }
}
