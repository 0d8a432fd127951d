using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Checkpoints that are looked at without the program that saved them.</summary>
public class CheckpointVerifyTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Verify_NamesEveryPieceThatIsDamaged(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> u = Cases.Arange(new Distribution(world, [40, 30], "bn"));
        using DistArray<float> w = Np.Ones<float>(new Distribution(world, [5], "c"));
        Checkpoint.Save(folder["a.h5"], world, state =>
        {
            long step = 7;
            double[] row = [0.25, 3.75];
            string text = "a text";
            state.Array("u", u);
            state.Value("step", ref step);
            state.Values("row", ref row);
            state.Text("text", ref text);
            state.Generator("generator", Np.Random(seed: 5));
            state.Array("w", w);
        });
        var told = new List<string>();
        IReadOnlyList<CheckpointPiece> good = Checkpoint.Verify(folder["a.h5"], world, piece => told.Add(piece.Name));
        Assert.That(good.Select(piece => piece.Damage), Is.All.Null);
        Assert.That(told, Is.EqualTo((string[])["u", "step", "row", "text", "generator", "w"]));
        Assert.That(good[0].Description, Is.EqualTo("an array of float64 of shape (40, 30)"));
        Outside.OnRankZero(world, () =>
        {
            byte[] bytes = File.ReadAllBytes(folder["a.h5"]);
            foreach (double value in (double[])[1000.0, 3.75])
            {
                int at = bytes.AsSpan().IndexOf(BitConverter.GetBytes(value));
                bytes[at + 1] ^= 4;
            }
            File.WriteAllBytes(folder["b.h5"], bytes);
            return true;
        });
        IReadOnlyList<CheckpointPiece> damaged = Checkpoint.Verify(folder["b.h5"], world);
        Assert.That(damaged.Where(piece => piece.Damage is not null).Select(piece => piece.Name), Is.EqualTo((string[])["u", "row"]));
        Assert.That(damaged[0].Damage, Does.StartWith("the checksum of u is "));
    }
}
