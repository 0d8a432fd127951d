using System.Diagnostics;
using DistArray.Mpi;

namespace Turbulence.Tests.Running;

public class FullDiskTests
{
    [Test]
    public void Snapshot_OnAFullDisk_EndsTheRunAndKeepsTheLastGoodOne()
    {
        using var folder = new TemporaryFolder();
        if (Run("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", folder.Path) != 0) Assert.Ignore("Mounting a small disk needs root.");
        try
        {
            // Three fields of 32 kB and a state of 68 kB a snapshot: the disk holds a few of them.
            MpiLaunchResult result = Launch.Turbulence(2, $"--model hw --n 64 --dt 0.01 --until 1 --snapshot-every 0.01 --output {folder.Path}");
            Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
            Assert.That(result.Error.Split("cannot be written"), Has.Length.EqualTo(2), result.Error);
            Assert.That(Directory.GetFiles(folder.Path, "*.partial"), Is.Empty);

            string[] snapshots = [.. Directory.GetFiles(folder.Path, "fields_*.h5").Order()];
            Assert.That(snapshots, Has.Length.InRange(2, 6));
            Python.Run($"import h5py; f = h5py.File('{snapshots[^1]}'); assert abs(f['density'][:]).max() > 0 and f['potential'].shape == (64, 64)");
            Python.Run($"import h5py; f = h5py.File('{folder["restart.h5"]}'); assert abs(f['state'][:]).max() > 0 and f.attrs['step'] >= 1");
        }
        finally
        {
            Run("umount", folder.Path);
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
