using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Pencils.Tests;

public class RunTests
{
    [Test]
    public void Run_OnAnyRankCount_EqualsTheCoresOwnProgramBitwise([Values(1, 2, 3, 4)] int ranks)
    {
        const string parameters = "grid=20,19,14 nu=0.03 amplitude=0.3 flow=0.5,-1,0.75 dt=0.02 steps=25";
        using var folder = new TemporaryFolder();
        double[][] table = Launch.Good(ranks, $"{parameters} out={folder["out"]}");
        string plain = Launch.Plain(ranks, $"{parameters} final={folder["plain.raw"]}");

        byte[] final = File.ReadAllBytes(folder["out/final.raw"]);
        Assert.That(final, Has.Length.EqualTo(3 * 8 * 20 * 19 * 14));
        Assert.That(final, Is.EqualTo(File.ReadAllBytes(folder["plain.raw"])));
        double energy = double.Parse(plain.Split("energy=")[1].Split("courant=")[0], CultureInfo.InvariantCulture);
        Assert.That(table.Select(row => row[0]), Is.EqualTo(new[] { 0, 0.2, 0.4, 0.5 }));
        Assert.That(table[^1][1], Is.EqualTo(energy).Within(1e-11), "by C#");
        Assert.That(table[^1][2], Is.EqualTo(energy).Within(1e-11), "by the core");
        Assert.That(table[0][3], Is.Zero, "the initial state is the closed form");
    }

    [Test]
    public void Error_AgainstTheClosedForm_IsOfSecondOrder()
    {
        using var folder = new TemporaryFolder();
        double[] errors = [.. new[] { 16, 32 }.Select(n =>
        {
            double printed = Launch.Good(2, $"n={n} out={folder[$"{n}"]}")[^1][3];
            double error = ErrorOf(MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(folder[$"{n}/final.raw"])), n);
            Assert.That(printed, Is.EqualTo(error).Within(0.05 * error));
            return error;
        })];
        // As the core's README has them.
        Assert.That(errors[0], Is.EqualTo(3.164e-3).Within(1e-6));
        Assert.That(errors[1], Is.EqualTo(8.245e-4).Within(1e-7));
    }

    [Test]
    public void Files_HoldTheFinalFields()
    {
        using var folder = new TemporaryFolder();
        foreach (int steps in new[] { 0, 10, 12 }) Launch.Good(3, $"grid=9,8,7 steps={steps} out={folder[$"{steps}"]}");
        Python($"""
            import h5py, numpy
            import xml.etree.ElementTree as xml
            states = [numpy.fromfile(name).reshape(3, 7, 8, 9) for name in ('{folder["0/final.raw"]}', '{folder["10/final.raw"]}', '{folder["12/final.raw"]}')]
            raw = states[-1]
            with h5py.File('{folder["12/fields.h5"]}') as f:
                for i, name in enumerate('uvw'): assert (f[name][:] == raw[i]).all() and raw[i].std() > 0
                assert abs(f.attrs['time'] - 0.12) < 1e-12 and f.attrs['profile'].shape == (7,)
                # the samples were taken at the start, after 10 and after 12 steps
                profile = numpy.mean([state[0].mean(axis=(1, 2)) for state in states], axis=0)
                assert abs(f.attrs['profile'] - profile).max() < 1e-14 and profile.std() > 1e-10
            items = [item.text.strip() for item in xml.parse('{folder["12/fields.xmf"]}').iter('DataItem')]
            assert [item for item in items if ':' in item] == ['fields.h5:/u', 'fields.h5:/v', 'fields.h5:/w'], items
            """);
    }

    // Root mean square over the components, (x, y, z, component) in Fortran's order, from the logarithm of theta alone.
    private static double ErrorOf(ReadOnlySpan<double> raw, int n)
    {
        const double nu = 0.05, amplitude = 0.4, t = 0.5, h = 1e-5;
        double[] flow = [1, 0.5, 0.25], at = new double[3];
        double sum = 0;
        for (int index = 0; index < raw.Length; index++)
        {
            int component = index / (n * n * n);
            (at[0], at[1], at[2]) = (index % n * 2 * Math.PI / n, index / n % n * 2 * Math.PI / n, index / (n * n) % n * 2 * Math.PI / n);
            double exact = flow[component] - (2 * nu * (Logarithm(h) - Logarithm(-h)) / (2 * h));
            sum += (raw[index] - exact) * (raw[index] - exact);

            double Logarithm(double shift)
            {
                double[] p = [at[0] - (flow[0] * t), at[1] - (flow[1] * t), at[2] - (flow[2] * t)];
                p[component] += shift;
                return Math.Log(1 + (amplitude * ((Math.Exp(-2 * nu * t) * Math.Cos(p[0] + p[1])) + (Math.Exp(-5 * nu * t) * Math.Sin(p[1] - (2 * p[2]))))));
            }
        }
        return Math.Sqrt(sum / raw.Length);
    }

    private static void Python(string script)
    {
        using Process process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", script]) { RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error);
    }
}
