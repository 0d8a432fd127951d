using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>What sets of .dnpy files say of their array.</summary>
public class DnpyInfoTests
{
    [MpiTest(1, 2, 4)]
    public void ReadInfo_TellsShapeAndDistribution_AndWhatIsMissing(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [9, 10], "cn"));
        DnpyFile.Write(folder["a"], array);
        DnpyInfo info = DnpyFile.ReadInfo(folder["a"]);
        Assert.That((info.ElementType, info.Files.Count, info.Distribution[0]), Is.EqualTo((ElementType.Float64, world.Size, ('c', (long)world.Size))));
        Assert.That(info.Shape, Is.EqualTo((long[])[9, 10]));
        world.Barrier();
        if (world.Size == 1) return;
        Outside.OnRankZero(world, () =>
        {
            File.Delete(folder[$"a_{world.Size - 1}.dnpy"]);
            return true;
        });
        Assert.That(() => DnpyFile.ReadInfo(folder["a"]), Throws.TypeOf<FileNotFoundException>());
        world.Barrier();
    }
}
