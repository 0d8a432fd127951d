namespace DistArray.IO.Tests;

/// <summary>Ranks find out together that one failed or went another way.</summary>
public class RankAgreementTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [TestCase(typeof(Hdf5Exception))]
    [TestCase(typeof(FileNotFoundException))]
    [TestCase(typeof(DirectoryNotFoundException))]
    [TestCase(typeof(InvalidDataException))]
    [TestCase(typeof(UnauthorizedAccessException))]
    [TestCase(typeof(IOException))]
    [TestCase(typeof(NotSupportedException))]
    [TestCase(typeof(DllNotFoundException))]
    [TestCase(typeof(ArgumentException))]
    public void Step_FailureOfOneRank_IsTheSameExceptionOnAll(Type type) => ThreadCommunicator.Run(3, world =>
    {
        var agreement = new RankAgreement(world);
        agreement.OnCall("Work()");
        Exception? exception = Assert.Catch(() => agreement.Step("Work()", () =>
        {
            if (world.Rank == 1)
                throw type == typeof(Hdf5Exception) ? new Hdf5Exception("Größe", "H5Fopen: a\nb") : (Exception)Activator.CreateInstance(type, "Größe")!;
        }));
        Assert.That(exception, Is.TypeOf(type).With.Message.EqualTo("Größe"));
        Assert.That(exception!.InnerException, world.Rank == 1 ? Is.TypeOf(type) : Is.Null);
        Assert.That((exception as Hdf5Exception)?.ErrorStack ?? "H5Fopen: a\nb", Is.EqualTo("H5Fopen: a\nb"));
        Assert.That(agreement.IsBroken, Is.False);
        agreement.OnCall("More()");
    }, Deadline);

    [Test]
    public void Step_SeveralFailures_AreTheLowestRanks() => ThreadCommunicator.Run(4, world =>
    {
        var agreement = new RankAgreement(world);
        RankFailedException? exception = Assert.Throws<RankFailedException>(() => agreement.Step("Work()", () =>
        {
            if (world.Rank >= 2)
                throw new FormatException($"on {world.Rank}");
        }));
        Assert.That(exception!.Message, Is.EqualTo("Rank 2: FormatException: on 2"));
        Assert.That(exception.Rank, Is.EqualTo(2));
    }, Deadline);

    [Test]
    public void OnCall_DifferentCalls_NamesBoth() => ThreadCommunicator.Run(3, world =>
    {
        var agreement = new RankAgreement(world);
        InvalidOperationException? exception = Assert.Throws<InvalidOperationException>(() => agreement.OnCall(world.Rank == 2 ? "Read(x)" : "Write(x)"));
        Assert.That(exception!.Message, Does.Contain("Ranks 0 and 2").And.Contain("Write(x)").And.Contain("Read(x)"));
        Assert.That(agreement.IsBroken, Is.True);
        Assert.That(() => agreement.OnCall("Write(x)"), Throws.InvalidOperationException.With.Message.Contains("parted"));
    }, Deadline);

    [Test]
    public void OnFailure_WhileOthersCall_EndsTheirCall() => ThreadCommunicator.Run(3, world =>
    {
        var agreement = new RankAgreement(world);
        RankFailedException? exception = Assert.Throws<RankFailedException>(() =>
        {
            if (world.Rank == 1)
                agreement.OnFailure(new FormatException("mine"));
            else
                agreement.OnCall("Write(x)");
        });
        Assert.That(exception!.Message, Is.EqualTo("Rank 1: FormatException: mine"));
        Assert.That(agreement.IsBroken, Is.True);
        Assert.That(() => agreement.OnFailure(exception), Throws.Nothing, "all ranks know it already");
    }, Deadline);
}
