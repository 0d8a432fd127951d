using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace DistArray.IO.Tests;

/// <summary>Damaged HDF5 files: a clear exception or a read. Where HDF5 itself crashes or loops is counted.</summary>
public class MutantTests
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(10);

    // With 5,000 of .npy, .npz and .dnpy and 5,000 of Fortran the long run makes 20,000.
    [TestCase(500)]
    [TestCase(10_000, Category = "Long")]
    public void Read_DamagedFiles_ThrowsOrReads(int count)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("distarray-mutants-");
        try
        {
            Outside.RunPython(new SelfCommunicator(), """
                for name, version in (('old', None), ('new', 'latest')):
                    with h5py.File(f'{sys.argv[1]}/{name}', 'w', libver=version) as f:
                        f.attrs['title'], f.attrs['box'] = 'a title', np.arange(3.)
                        f['u'] = np.arange(60.).reshape(3, 4, 5)
                        f.create_dataset('g/zipped', data=np.arange(200.).reshape(10, 20), chunks=(4, 7), compression='gzip', shuffle=True)
                        f.create_dataset('g/grown', data=np.arange(30.), maxshape=(None,), chunks=(8,))
                        f['g/words'] = np.array(['one', 'three'], dtype='S5')
                        f['words'] = ['one', 'größer']
                        f['rows'] = np.array([(0.5, 1), (1.5, 2)], dtype=[('X', 'f8'), ('Id', 'i4')])
                        f['g/h/soft'] = h5py.SoftLink('/u')
                """, folder.FullName);
            string[] mutations = MakeAll(folder.FullName, count);
            List<string> outcomes = ReadAll(folder.FullName, count);
            foreach (IGrouping<string, string> group in outcomes.GroupBy(outcome => outcome.Split(' ')[1]))
                TestContext.Out.WriteLine($"{group.Count()} {group.Key}: {group.First()}");
            string[] lost = [.. outcomes.Where(outcome => outcome.Split(' ')[1] is "crash" or "hang")];
            foreach (string one in lost)
                TestContext.Out.WriteLine($"{one}: {mutations[int.Parse(one.Split(' ')[0], CultureInfo.InvariantCulture)]}");
            string[] allowed = ["read", "crash", "hang", nameof(Hdf5Exception), nameof(IOException), nameof(NotSupportedException)];
            Assert.That(outcomes.Where(outcome => !allowed.Contains(outcome.Split(' ')[1])), Is.Empty);
            Assert.That(outcomes, Has.Count.EqualTo(count));
            Assert.That(outcomes.Count(outcome => outcome.Contains(" Hdf5Exception ", StringComparison.Ordinal)), Is.GreaterThan(count / 10), "the damage is real");
            // On some HDF5 1.10 crashes or loops in its own code, as h5py and h5dump then do too.
            Assert.That(lost, Has.Length.LessThanOrEqualTo(count / 50));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] MakeAll(string folder, int count)
    {
        byte[][] sound = [File.ReadAllBytes(Path.Combine(folder, "old")), File.ReadAllBytes(Path.Combine(folder, "new"))];
        var random = new Random(6);
        var texts = new string[count];
        for (int number = 0; number < count; number++)
        {
            byte[] bytes = [.. sound[number % 2]];
            if (number % 10 == 0)
            {
                bytes = bytes[..random.Next(bytes.Length)];
                texts[number] = $"{(number % 2 == 0 ? "old" : "new")} cut at {bytes.Length}";
            }
            else
            {
                texts[number] = number % 2 == 0 ? "old" : "new";
                // Zeros are mostly space that nothing uses: what is not is damaged first.
                int[] used = [.. Enumerable.Range(0, bytes.Length).Where(at => bytes[at] != 0 || random.Next(20) == 0)];
                for (int flips = random.Next(1, 5); flips > 0; flips--)
                {
                    int at = used[random.Next(used.Length)];
                    bytes[at] = (byte)random.Next(256);
                    texts[number] += $", byte {at} is {bytes[at]}";
                }
            }
            File.WriteAllBytes(Path.Combine(folder, $"{number}.h5"), bytes);
        }
        return texts;
    }

    private static List<string> ReadAll(string folder, int count)
    {
        var outcomes = new List<string>();
        while (outcomes.Count < count)
        {
            int before = outcomes.Count;
            int? code = Run(folder, outcomes);
            if (code == 0 && outcomes.Count < count)
                throw new InvalidOperationException($"The reader ended after {outcomes.Count} of {count} files.");
            if (code != 0)
                outcomes.Add($"{outcomes.Count} {(code is null ? "hang" : $"crash with {code}")}");
        }
        return outcomes;
    }

    /// <summary>Reads from the first file without an outcome on, until the process ends. Null where it had to be killed.</summary>
    private static int? Run(string folder, List<string> outcomes)
    {
        string assembly = typeof(MutantTests).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, "read-mutants", folder, $"{outcomes.Count}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x10000000";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("OMPI_", StringComparison.Ordinal) || name.StartsWith("PMI", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        using var lines = new BlockingCollection<string?>();
        process.OutputDataReceived += (_, line) => lines.Add(line.Data);
        process.BeginOutputReadLine();
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        while (lines.TryTake(out string? line, s_deadline))
        {
            if (line is null)
            {
                process.WaitForExit();
                return process.ExitCode;
            }
            outcomes.Add(line);
        }
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return null;
    }
}
