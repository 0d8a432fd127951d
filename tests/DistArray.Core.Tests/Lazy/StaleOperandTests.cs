namespace DistArray.Core.Tests.Lazy;

public unsafe class StaleOperandTests
{
    [Test]
    public void Write_ToAnOperand_WhoseOtherIsGone_Succeeds_AndTheReaderKeepsThrowing()
    {
        var self = new SelfCommunicator();
        var d = new Distribution(self, [4]);
        string? problem = null;
        double* memory = stackalloc double[4];
        using var a = Np.Arange<double>(self, 4);
        var foreign = DistArray<double>.Wrap(d, new LocalBlock<double>(memory, [4], [1], new ForeignMemory(memory, 32, "core", problem: () => problem)));
        DistArray<double> reader = a * foreign;
        DistArray<double> other = a * 2;
        problem = "it has moved";
        a.Fill(7);
        Assert.That(() => reader.Sum(), Throws.InstanceOf<StaleViewException>());
        Assert.That(other.Sum(), Is.EqualTo(12));
        Assert.That(a.Sum(), Is.EqualTo(28));
        GC.KeepAlive(reader);
    }
}
