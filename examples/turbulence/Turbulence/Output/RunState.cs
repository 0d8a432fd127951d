using DistArray;
using DistArray.IO;

namespace Turbulence;

/// <summary>What a run needs to go on as if it had never stopped: step, time and parameters, and the state with all its bits.</summary>
internal static class RunState
{
    /// <summary>Goes over step, time and parameters.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static void Describe(CheckpointState state, ref long step, ref double time, ref Parameters p)
    {
        string model = Options.Word(p.Model);
        (int n, double length, double dt, double nu, int order, double alpha, double kappa, double b0) = (p.N, p.Length, p.Dt, p.Nu, p.Order, p.Alpha, p.Kappa, p.B0);
        state.Text("model", ref model);
        state.Value("time", ref time);
        state.Value("step", ref step);
        state.Value("n", ref n);
        state.Value("length", ref length);
        state.Value("dt", ref dt);
        state.Value("nu", ref nu);
        state.Value("order", ref order);
        state.Value("alpha", ref alpha);
        state.Value("kappa", ref kappa);
        state.Value("b0", ref b0);
        if (!Options.Models.TryGetValue(model, out Model known)) throw new ArgumentException($"it is of the model '{model}', which this program does not have.");
        p = new Parameters(known, n, length, dt, nu, order, alpha, kappa, b0);
    }

    /// <summary>The same and the core's state, for saving.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static Action<CheckpointState> Of(TurbulenceCore core, Clock clock) => state =>
    {
        (long step, double time, Parameters p) = (clock.Step, clock.Time, core.Parameters);
        Describe(state, ref step, ref time, ref p);
        state.Array("state", core.State);
    };
}
