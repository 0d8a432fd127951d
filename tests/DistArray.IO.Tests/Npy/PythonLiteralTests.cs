namespace DistArray.IO.Tests;

/// <summary>Python literals, as Python 2 and 3 write them.</summary>
public class PythonLiteralTests
{
    [Test]
    public void Parse_AllKinds_GivesTheirValues()
    {
        var keys = (Dictionary<string, object>)PythonLiteral.Parse(" {'a': (1, -20), \"b\": [3,], 'c': True, 'd': (False), 'e': (), 'f': {}, u'g': u'h', 'i': (7,), 'j': []}\n");
        Assert.That(keys.Keys, Is.EqualTo((string[])["a", "b", "c", "d", "e", "f", "g", "i", "j"]));
        Assert.That(keys["a"], Is.EqualTo((object[])[1L, -20L]));
        Assert.That(keys["b"], Is.EqualTo(new List<object> { 3L }));
        Assert.That((keys["c"], keys["d"], keys["g"]), Is.EqualTo((true, false, "h")));
        Assert.That(keys["e"], Is.TypeOf<object[]>().And.Empty);
        Assert.That(keys["i"], Is.EqualTo((object[])[7L]));
        Assert.That(keys["j"], Is.TypeOf<List<object>>().And.Empty);
    }

    [Test]
    public void Parse_LongOfPython2_IsAnInteger() =>
        Assert.That(PythonLiteral.Parse("(9223372036854775807L, 0L)"), Is.EqualTo((object[])[long.MaxValue, 0L]));

    [TestCase("1.5")]
    [TestCase("1e5")]
    [TestCase("0x7")]
    [TestCase("1_000")]
    [TestCase("-")]
    [TestCase("--1")]
    [TestCase("9223372036854775808")]
    [TestCase("'a")]
    [TestCase("'a\\n'")]
    [TestCase("{1: 2}")]
    [TestCase("{'a' 1}")]
    [TestCase("(1 2)")]
    [TestCase("(1,,)")]
    [TestCase("(1")]
    [TestCase("1 2")]
    [TestCase("None")]
    [TestCase("a")]
    [TestCase("")]
    public void Parse_AllElse_Throws(string text) => Assert.That(() => PythonLiteral.Parse(text), Throws.TypeOf<InvalidDataException>());
}
