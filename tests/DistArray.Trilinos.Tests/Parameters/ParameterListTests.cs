namespace DistArray.Trilinos.Tests.Parameters;

public class ParameterListTests
{
    // As Teuchos::writeParameterListToXmlOStream of Trilinos 13.2 writes it.
    private const string Teuchos = """
        <ParameterList name="ANONYMOUS">
          <Parameter docString="" id="0" isDefault="false" isUsed="true" name="Maximum Iterations" type="int" value="500"/>
          <Parameter docString="" id="1" isDefault="false" isUsed="true" name="Tolerance" type="double" value="1.00000000000000002e-08"/>
          <Parameter docString="" id="2" isDefault="false" isUsed="true" name="Big" type="long long" value="5000000000"/>
          <Parameter docString="" id="3" isDefault="false" isUsed="true" name="Flag" type="bool" value="true"/>
          <Parameter docString="" id="4" isDefault="false" isUsed="true" name="Text" type="string" value="a &lt; b &amp; &quot;c&quot;"/>
          <Parameter docString="" id="5" isDefault="false" isUsed="true" name="Sizes" type="Array(int)" value="{3, 1, 2}"/>
          <ParameterList id="7" name="inner">
            <Parameter docString="" id="6" isDefault="false" isUsed="true" name="x" type="double" value="2.5e+00"/>
          </ParameterList>
          <Validators/>
        </ParameterList>
        """;

    [Test]
    public void FromXml_OfTeuchosText_HasEveryValue()
    {
        ParameterList list = ParameterList.FromXml(Teuchos);
        Assert.That(list.Names, Is.EqualTo(new[] { "Maximum Iterations", "Tolerance", "Big", "Flag", "Text", "Sizes", "inner" }));
        Assert.That(list["Maximum Iterations"].Value, Is.EqualTo(500).And.TypeOf<int>());
        Assert.That(list["Tolerance"].Value, Is.EqualTo(1e-8));
        Assert.That(list["Big"].Value, Is.EqualTo(5_000_000_000));
        Assert.That(list["Flag"].Value, Is.True);
        Assert.That(list["Text"].Value, Is.EqualTo("a < b & \"c\""));
        Assert.That(list["Sizes"].Value, Is.EqualTo(new[] { 3, 1, 2 }));
        Assert.That(list.Sublist("inner")["x"].Value, Is.EqualTo(2.5));
    }

    [Test]
    public void ToXml_OfRandomLists_ComesBackEqual()
    {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++)
        {
            ParameterList list = Any(random, 3);
            Assert.That(Flat(ParameterList.FromXml(list.ToXml())), Is.EqualTo(Flat(list)));
        }
    }

    [Test]
    public void FromXml_OfMutatedText_ReadsItOrSaysWhyNot()
    {
        var random = new Random(8);
        int refused = 0;
        for (int i = 0; i < 5000; i++)
        {
            char[] text = Teuchos.ToCharArray();
            for (int k = random.Next(1, 4); k > 0; k--) text[random.Next(text.Length)] = (char)random.Next(32, 127);
            try
            {
                ParameterList.FromXml(new string(text));
            }
            catch (FormatException)
            {
                refused++;
            }
        }
        Assert.That(refused, Is.GreaterThan(500));
    }

    [TestCase("<ParameterList><Parameter name='a' type='matrix' value='1'/></ParameterList>", "'matrix'")]
    [TestCase("<ParameterList><Parameter name='a' type='int' value='1.5'/></ParameterList>", "'1.5' is no int")]
    [TestCase("<ParameterList><Parameter name='a' type='int' value='99999999999'/></ParameterList>", "'99999999999' is no int")]
    [TestCase("<ParameterList><Parameter type='int' value='1'/></ParameterList>", "no name")]
    [TestCase("<Parameters/>", "<Parameters>")]
    [TestCase("<ParameterList><Parameter name='a' type='int' value='1'/><Parameter name='a' type='int' value='2'/></ParameterList>", "before")]
    [TestCase("no xml", "no XML")]
    public void FromXml_OfBadText_SaysWhat(string xml, string text) =>
        Assert.That(() => ParameterList.FromXml(xml), Throws.InstanceOf<FormatException>().With.Message.Contains(text));

    [Test]
    public void ToXml_OfWhatTeuchosWouldReadWrongly_NamesTheParameter()
    {
        foreach (ParameterValue value in new ParameterValue[] { double.NaN, double.PositiveInfinity, new[] { 1, double.NaN }, "two\nlines", new[] { "a,b" }, new[] { "" }, new[] { " a" } })
            Assert.That(() => new ParameterList { ["x"] = value }.ToXml(), Throws.InstanceOf<ParameterException>().With.Message.Contains("'x'"), $"{value}");
    }

    [Test]
    public void Clone_IsIndependent_AndRemoveRemoves()
    {
        var list = new ParameterList { ["a"] = 1, ["inner"] = new ParameterList { ["x"] = 1 } };
        ParameterList copy = list.Clone();
        copy.Sublist("inner")["x"] = 2;
        Assert.That(list.Sublist("inner")["x"].Value, Is.EqualTo(1));
        Assert.That((copy.Remove("a"), copy.Remove("a"), copy.Contains("a"), copy.Count, list.Count), Is.EqualTo((true, false, false, 1, 2)));
        Assert.That(() => list.Add("a", 2), Throws.ArgumentException);
    }

    [Test]
    public void Check_AgainstKnownParameters_NamesTheNearest()
    {
        var valid = new ParameterList { ["Maximum Iterations"] = 1000, ["Convergence Tolerance"] = 1e-8, ["inner"] = new ParameterList { ["sweeps"] = 1 } };
        Assert.That(() => ParameterValidation.Check(new ParameterList { ["Maximum Iteratoins"] = 5 }, valid, "CG"),
            Throws.InstanceOf<ParameterException>().With.Message.EqualTo("CG has no parameter 'Maximum Iteratoins'; did you mean 'Maximum Iterations'?"));
        Assert.That(() => ParameterValidation.Check(new ParameterList { ["inner"] = new ParameterList { ["sweps"] = 5 } }, valid, "CG"),
            Throws.InstanceOf<ParameterException>().With.Message.EqualTo("CG has no parameter 'inner/sweps'; did you mean 'sweeps'?").And.Property("Parameter").EqualTo("inner/sweps"));
        Assert.That(() => ParameterValidation.Check(new ParameterList { ["Maximum Iterations"] = 5.5 }, valid, "CG"),
            Throws.InstanceOf<ParameterException>().With.Message.EqualTo("The parameter 'Maximum Iterations' of CG has the type int, such as 1000, but was given 5.5 of type double."));
        Assert.That(ParameterValidation.Check(new ParameterList { ["Convergence Tolerance"] = 1 }, valid, "CG")["Convergence Tolerance"].Value, Is.EqualTo(1.0).And.TypeOf<double>());
        Assert.That(ParameterValidation.Check(new ParameterList { ["other"] = new ParameterList { ["x"] = 1 } }, valid, "CG", "other").Sublist("other")["x"].Value, Is.EqualTo(1));
    }

    [Test]
    public void Merge_OfLists_GoesIntoSublists()
    {
        var list = new ParameterList { ["a"] = 1, ["inner"] = new ParameterList { ["x"] = 1, ["y"] = 2 } };
        list.Merge(new ParameterList { ["b"] = 2, ["inner"] = new ParameterList { ["y"] = 3 } });
        Assert.That(Flat(list), Is.EqualTo("a:int:1;inner[x:int:1;y:int:3;]b:int:2;"));
        Assert.That(() => list["c"], Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("'a'"));
        Assert.That(() => list.Sublist("a"), Throws.InstanceOf<ParameterException>());
    }

    private static ParameterList Any(Random random, int depth)
    {
        var list = new ParameterList();
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            list[$"name <{random.Next(1000)}> \"&'"] = random.Next(depth > 0 ? 10 : 9) switch
            {
                0 => random.Next(),
                1 => random.NextInt64(),
                2 => random.NextDouble() * Math.Pow(10, random.Next(-300, 300)),
                3 => random.Next(2) == 0,
                4 => "text <& \"'> " + random.Next(),
                5 => new[] { random.Next(), random.Next() },
                6 => new[] { random.NextDouble(), -1e300, double.Epsilon },
                7 => new[] { "one", "two words" },
                8 => Array.Empty<double>(),
                _ => Any(random, depth - 1),
            };
        }
        return list;
    }

    private static string Flat(ParameterList list) =>
        string.Concat(list.Select(pair => pair.Value.Value is ParameterList inner ? $"{pair.Key}[{Flat(inner)}]" : $"{pair.Key}:{pair.Value.Type}:{pair.Value};"));
}
