using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Text tables, as NumPy, Python's csv module and gfortran write and read them.</summary>
public class TableFileTests
{
    private static readonly double[] s_hard = [0.1, -0.0, 1.0 / 3, double.MaxValue, double.Epsilon, -2.2250738585072014e-308, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 123456789012345680];

    private static void AppendToAnothersFile_ChangesNothing(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllText(folder["other"], "a,b\n1,2");
            return 0;
        });
        Cases.ThrowsAlike<InvalidDataException>(world, () => TableFile.Append(folder["other"], world, ["t", "u"], TableFormat.Csv));
        Assert.That(File.ReadAllText(folder["other"]), Is.EqualTo("a,b\n1,2"));
        world.Barrier();
    }

    [TestCase("2024-05")]
    [TestCase("10-20")]
    [TestCase("1-105")]
    [TestCase("1.0-5")]
    public void DatesAndRanges_AreNoNumbers(string text) => Assert.That(TableNumber.TryParse(text, out _), Is.False);

    [TestCase("1.0-105", 1e-105)]
    [TestCase("-2.5+100", -2.5e100)]
    [TestCase("1.0D+05", 1e5)]
    public void FortransExponents_AreRead(string text, double expected)
    {
        Assert.That(TableNumber.TryParse(text, out double value), Is.True);
        Assert.That(value, Is.EqualTo(expected));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Write_IsWhatNumPyAndPythonRead(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Table table = Hard();
        TableFile.Write(folder["a.txt"], world, table, TableFormat.Text);
        TableFile.Write(folder["a.csv"], world, table, TableFormat.Csv);
        Outside.RunPython(world, """
            import csv, math
            expected = [0.1, -0.0, 1 / 3, sys.float_info.max, 5e-324, -2.2250738585072014e-308, math.nan, math.inf, -math.inf, 123456789012345680.0]
            a = np.loadtxt(sys.argv[1])
            assert np.array_equal(a[:, 1].view('i8')[~np.isnan(a[:, 1])], np.array(expected).view('i8')[~np.isnan(expected)])
            assert np.isnan(a[6, 1]) and np.array_equal(a[:, 0], np.arange(10) / 4)
            assert open(sys.argv[1]).readline() == '# t [s] "kinetic energy" [J/kg] "a ""b"", c"\n'
            rows = list(csv.reader(open(sys.argv[2], newline='')))
            assert rows[0] == ['t [s]', 'kinetic energy [J/kg]', 'a "b", c'], rows[0]
            assert repr([float(row[1]) for row in rows[1:]]) == repr(expected)
            """, folder["a.txt"], folder["a.csv"]);
        foreach ((string name, TableFormat format) in ((string, TableFormat)[])[("a.txt", TableFormat.Text), ("a.csv", TableFormat.Csv)])
        {
            Table read = TableFile.Read(folder[name], world, format);
            Assert.That(read.Columns, Is.EqualTo(table.Columns), name);
            for (int column = 0; column < 3; column++)
                Assert.That(Bits(read[column]), Is.EqualTo(Bits(table[column])), name);
        }
    }

    [MpiTest(1, 2)]
    public void Read_OfOthers_WithHeaderAndWithout(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            import csv
            a = np.arange(12.).reshape(4, 3) / 7
            np.savetxt(sys.argv[1] + '/plain', a, fmt='%.17g')
            np.savetxt(sys.argv[1] + '/header', a, fmt='%.17g', header='written by NumPy\nt u v')
            np.savetxt(sys.argv[1] + '/bare', a, fmt='%.17g', header='t u [m/s] v', comments='')
            with open(sys.argv[1] + '/csv', 'w', newline='') as f:
                csv.writer(f, quoting=csv.QUOTE_ALL).writerows([['t', 'u, v', 'say "w"'], *a.tolist()])
            np.savetxt(sys.argv[1] + '/semicolons', a, fmt='%.17g', delimiter=';')
            """, folder.Path);
        (string, TableFormat, string[])[] files =
        [
            ("plain", TableFormat.Text, ["f0", "f1", "f2"]),
            ("header", TableFormat.Text, ["t", "u", "v"]),
            ("bare", TableFormat.Text, ["t", "u [m/s]", "v"]),
            ("csv", TableFormat.Csv, ["t", "u, v", "say \"w\""]),
            ("semicolons", TableFormat.Csv with { Separator = ';' }, ["f0", "f1", "f2"]),
        ];
        foreach ((string name, TableFormat format, string[] columns) in files)
        {
            Table table = TableFile.Read(folder[name], world, format);
            Assert.That(table.Columns.Select(column => column.ToString()), Is.EqualTo(columns), name);
            for (int column = 0; column < 3; column++)
                Assert.That(table[column], Is.EqualTo(Enumerable.Range(0, 4).Select(row => (3 * row + column) / 7.0)), name);
        }
    }

    [MpiTest(1, 2)]
    public void Read_OfFortran_TakesItsExponents(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        string program = new Gfortran(world, folder).Compile("series", """
            program series
              character(len=1000) :: path
              call get_command_argument(1, path)
              open(10, file=path)
              write(10, '(a)') '# step energy enstrophy'
              write(10, '(i6, d24.16, es25.16)') 1, 1.5d-10, 2.5d-105
              write(10, '(i6, d24.16, es25.16)') 2, -1.5d+10, -2.5d+105
              close(10)
              open(10, file=trim(path) // '.stars')
              write(10, '(i6, f6.2, f6.2)') 1, 2.0, 12345.0
            end program
            """);
        Outside.RunProgram(world, program, folder["a"]);
        Assert.That(Outside.OnRankZero(world, () => File.ReadAllText(folder["a"])) ?? "-105", Does.Contain("-105"), "gfortran leaves the letter out.");
        Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => TableFile.Read(folder["a.stars"], world, TableFormat.Text)).Message, Does.Contain("line 1, column 9: '2.00******' is no number"));
        Table table = TableFile.Read(folder["a"], world, TableFormat.Text);
        Assert.That(table["energy"], Is.EqualTo((double[])[1.5e-10, -1.5e10]));
        Assert.That(table["enstrophy"], Is.EqualTo((double[])[2.5e-105, -2.5e105]));
    }

    [MpiTest(1, 3)]
    public void Read_OfDamage_TellsLineAndColumn(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Check("t u\n1 2\n3 x4\n", TableFormat.Text, "line 3, column 3: 'x4' is no number (cell 2 of 2)");
        Check("# c\n\n1 2\n3\n", TableFormat.Text, "line 4, column 1: the row has 1 cells, and 2 are expected");
        Check("1 2\n3 4 5\n", TableFormat.Text, "line 2, column 5: the row has 3 cells, and 2 are expected");
        Check("t,u\n1,\n", TableFormat.Csv, "line 2, column 3: an empty cell is no number");
        Check("t,u\n1,\"2\n", TableFormat.Csv, "line 2, column 3: a quote is not closed");
        Check("t,u\n1,\"2\"x\n", TableFormat.Csv, "line 2, column 6: 'x' follows a closing quote");
        Check("t,u\n1.0,abc\n", TableFormat.Csv, "line 2, column 5: 'abc' is no number");
        Check("t,t\n1,2\n", TableFormat.Csv, "line 1, column 1");
        Check(new string('7', 2_000_000), TableFormat.Csv, "line 1, is longer than");
        Cases.ThrowsAlike<FileNotFoundException>(world, () => TableFile.Read(folder["no"], world, TableFormat.Csv));

        void Check(string text, TableFormat format, string expected)
        {
            Write(world, folder["a"], text);
            Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => TableFile.Read(folder["a"], world, format)).Message, Does.Contain(expected));
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void AppendRow_AfterKillAnywhere_LosesNoWholeRow(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        TableColumn[] columns = [new("t", "s"), "energy"];
        foreach (TableFormat format in (TableFormat[])[TableFormat.Text, TableFormat.Csv])
        {
            using (TableAppender table = TableFile.Append(folder["whole"], world, columns, format))
            {
                for (int i = 0; i < 5; i++)
                    table.AppendRow(i, i / 3.0);
                table.Flush();
            }
            byte[] whole = Outside.OnRankZero(world, () => File.ReadAllBytes(folder["whole"]));
            long length = world.Rank == 0 ? whole.Length : 0;
            world.Broadcast(ref length, 0);
            for (int cut = 0; cut <= length; cut++)
            {
                long rows = 0;
                if (world.Rank == 0)
                {
                    File.WriteAllBytes(folder["cut"], whole[..cut]);
                    rows = Math.Max(whole[..cut].Count(b => b == '\n') - 1, 0);
                }
                world.Broadcast(ref rows, 0);
                using (TableAppender table = TableFile.Append(folder["cut"], world, columns, format))
                    table.AppendRow(99, 0.25);
                Table read = TableFile.Read(folder["cut"], world, format);
                Assert.That(read.Columns, Is.EqualTo(columns), $"{cut}");
                Assert.That(read["t"], Is.EqualTo((double[])[.. Enumerable.Range(0, (int)rows).Select(i => (double)i), 99]), $"{cut}");
                Assert.That(read["energy"], Is.EqualTo((double[])[.. Enumerable.Range(0, (int)rows).Select(i => i / 3.0), 0.25]), $"{cut}");
            }
            Outside.OnRankZero(world, () =>
            {
                File.Delete(folder["whole"]);
                return 0;
            });
        }
    }

    [MpiTest(1, 2)]
    public void Append_OfOtherColumnsOrCounts_ThrowsAlike(ICommunicator world)
    {
        AppendToAnothersFile_ChangesNothing(world);
        using var folder = new SharedFolder(world);
        using (TableAppender table = TableFile.Append(folder["a"], world, ["t", "u"], TableFormat.Csv))
        {
            table.AppendRow(1, 2);
            Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => table.AppendRow(1)).Message, Does.Contain("2 columns, and 1 values"));
            table.AppendRow(3, 4);
        }
        Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => TableFile.Append(folder["a"], world, ["t", "v"], TableFormat.Csv)).Message, Does.Contain("t, u").And.Contain("t, v"));
        Assert.That(TableFile.Read(folder["a"], world, TableFormat.Csv)["u"], Is.EqualTo((double[])[2, 4]));
        Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => TableFile.Append(folder["no/a"], world, ["t"], TableFormat.Csv));
        Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => TableFile.Write(folder["no/a"], world, Hard(), TableFormat.Csv));
        Cases.ThrowsAlike<ArgumentException>(world, () => TableFile.Append(folder["b"], world, ["t", "t"], TableFormat.Csv));
        Assert.That(() => new Table(["1.5"], [[1]]), Throws.ArgumentException);
        Assert.That(() => new Table(["a", "b"], [[1], [1, 2]]), Throws.ArgumentException);
        world.Barrier();
        Assert.That(folder.Names, Is.EqualTo((string[])["a"]));
    }

    [MpiTest(1, 2)]
    public void AppendRow_OnFullDisk_KeepsTheRowsBefore(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 64);
        int rows = 0;
        using (TableAppender table = TableFile.Append(disk["a"], world, ["t", "u"], TableFormat.Text))
        {
            IOException exception = Cases.ThrowsAlike<IOException>(world, () =>
            {
                for (; rows < 100_000; rows++)
                    table.AppendRow(rows, rows / 3.0);
            });
            Assert.That(exception.Message, Does.Contain("The rows before stay"));
        }
        Table read = TableFile.Read(disk["a"], world, TableFormat.Text);
        Assert.That(read["t"], Is.EqualTo(Enumerable.Range(0, rows).Select(row => (double)row)));
        Assert.That(rows, Is.GreaterThan(1000));
        Cases.ThrowsAlike<IOException>(world, () => TableFile.Write(disk["a"], world, new Table(["t"], [new double[100_000]]), TableFormat.Csv));
        Assert.That(TableFile.Read(disk["a"], world, TableFormat.Text).RowCount, Is.EqualTo(rows));
    }

    private static Table Hard() => new([new("t", "s"), new("kinetic energy", "J/kg"), "a \"b\", c"],
        [[.. Enumerable.Range(0, s_hard.Length).Select(i => i / 4.0)], s_hard, [.. s_hard.Select(value => -value)]]);

    private static IEnumerable<long> Bits(double[] values) => values.Select(value => double.IsNaN(value) ? 1 : BitConverter.DoubleToInt64Bits(value));

    private static void Write(ICommunicator world, string path, string text)
    {
        // The others have read what was there.
        world.Barrier();
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllText(path, text);
            return 0;
        });
    }
}
