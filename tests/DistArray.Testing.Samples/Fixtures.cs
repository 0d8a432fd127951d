using DistArray.Mpi;

namespace DistArray.Testing.Samples;

/// <summary>Fixtures with arguments.</summary>
[TestFixture(3)]
[TestFixture(5)]
public class WithArguments(int count)
{
    [MpiTest(2)]
    public void Count_IsTheArgument(ICommunicator world) => Assert.That(count, Is.EqualTo(3).Or.EqualTo(5));
}

/// <summary>Fixtures of several types.</summary>
/// <typeparam name="T">Type of elements.</typeparam>
[TestFixture(typeof(int))]
[TestFixture(typeof(double))]
public class OfTypes<T> where T : unmanaged, System.Numerics.INumber<T>
{
    [MpiTest(2)]
    public void Sum_OfOnes(ICommunicator world) => Assert.That(world.Allreduce(T.One, Operation<T>.Add), Is.EqualTo(T.CreateChecked(2)));
}

/// <summary>One-time set-up runs once for the fixture, and so does tear-down, after the last test; a core that starts once only has no need for more.</summary>
public class OnceAFixture
{
    private static int s_setUps;
    private static int s_tearDowns;
    private int _tests;

    [OneTimeSetUp]
    public void SetUp()
    {
        s_setUps++;
        Communicator.World.Barrier();
    }

    [OneTimeTearDown]
    public void TearDown()
    {
        s_tearDowns++;
        Communicator.World.Barrier();
        if (Environment.GetEnvironmentVariable(Trace.Variable) is { } path)
            File.AppendAllText($"{path}.{Communicator.World.Size}.{Communicator.World.Rank}", $"{s_setUps} {s_tearDowns} {_tests}");
    }

    [MpiTest(2, 3)]
    public void A_First(ICommunicator world) => Count(1);

    [MpiTest(2, 3)]
    public void B_Second(ICommunicator world) => Count(2);

    [MpiTest(2)]
    public void C_Third(ICommunicator world) => Count(3);

    private void Count(int tests)
    {
        Assert.That(++_tests, Is.EqualTo(tests));
        Assert.That((s_setUps, s_tearDowns), Is.EqualTo((1, 0)));
    }
}
