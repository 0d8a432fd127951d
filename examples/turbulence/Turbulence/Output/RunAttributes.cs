using DistArray.IO;

namespace Turbulence;

/// <summary>Time, step and every parameter as attributes of a file.</summary>
internal static class RunAttributes
{
    public static void Write(Hdf5Attributes attributes, Parameters p, Clock clock)
    {
        attributes.Set("model", Options.Word(p.Model));
        attributes.Set("time", clock.Time);
        attributes.Set("step", clock.Step);
        attributes.Set("n", p.N);
        attributes.Set("length", p.Length);
        attributes.Set("dt", p.Dt);
        attributes.Set("nu", p.Nu);
        attributes.Set("order", p.Order);
        attributes.Set("alpha", p.Alpha);
        attributes.Set("kappa", p.Kappa);
        attributes.Set("b0", p.B0);
    }
}
