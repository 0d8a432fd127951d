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

    public static Parameters Read(Hdf5Attributes attributes) => new(
        Options.Models[attributes.GetString("model")],
        attributes.Get<int>("n"), attributes.Get<double>("length"), attributes.Get<double>("dt"),
        attributes.Get<double>("nu"), attributes.Get<int>("order"),
        attributes.Get<double>("alpha"), attributes.Get<double>("kappa"), attributes.Get<double>("b0"));
}
