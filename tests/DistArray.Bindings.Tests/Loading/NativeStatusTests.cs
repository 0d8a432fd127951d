namespace DistArray.Bindings.Tests.Loading;

public sealed unsafe class NativeStatusTests
{
    [Test]
    public void Check_OfOk_DoesNotThrow() => Assert.That(() => NativeStatus.Check(DaStatus.Ok), Throws.Nothing);

    [Test]
    public void Check_OfAnError_ThrowsItsStatus() =>
        Assert.That(() => NativeStatus.Check(DaStatus.ErrNotFound),
            Throws.TypeOf<NativeException>().With.Property(nameof(NativeException.Status)).EqualTo(DaStatus.ErrNotFound));

    [Test]
    public void LastError_IntoNullBuffer_IsRefused() => Assert.That(NativeStatus.LastError(null, 8, out _), Is.EqualTo(DaStatus.ErrNull));
}
