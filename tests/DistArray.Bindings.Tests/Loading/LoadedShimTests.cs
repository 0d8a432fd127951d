using System.Runtime.InteropServices;
using System.Text;

namespace DistArray.Bindings.Tests.Loading;

/// <summary>What holds in the process once libdistarray is loaded.</summary>
public sealed unsafe partial class LoadedShimTests
{
    [SetUp]
    public void Load() => NativeLibraries.Load("distarray");

    [Test]
    public void AbiVersion_OfTheLibrary_IsThatOfTheBindings()
    {
        NativeStatus.Check(NativeInfo.AbiVersion(out int version));
        Assert.That(version, Is.EqualTo(NativeApi.AbiVersion).And.Positive);
    }

    [Test]
    public void BuildInfo_InTwoCalls_NamesTheMpiLibrary()
    {
        NativeStatus.Check(NativeInfo.BuildInfo(null, 0, out long length));
        byte[] text = new byte[length + 1];
        fixed (byte* buffer = text)
            NativeStatus.Check(NativeInfo.BuildInfo(buffer, text.Length, out length));
        Assert.That(Encoding.UTF8.GetString(text, 0, (int)length), Does.Contain("MPI library: "));
    }

    [Test]
    public void Symbols_AreGlobal_SoThatACoreFindsThem() => Assert.That(FindSymbol(0, "da_abi_version"), Is.Not.Zero);

    [Test]
    public void Ucx_IsToldToLeaveSignalsAlone()
    {
        byte* value = GetEnvironment("UCX_ERROR_SIGNALS");
        Assert.That(value is not null && *value == 0, Is.True);
    }

    [Test]
    public void Check_OfAFailedCall_CarriesStatusAndText()
    {
        DaStatus status = NativeFortran.LibraryOpen("/nowhere/libcore.so", out FortranLibraryHandle library);

        NativeException e = Assert.Throws<NativeException>(() => NativeStatus.Check(status))!;
        Assert.That((e.Status, e.MpiCode, library.IsInvalid), Is.EqualTo((DaStatus.ErrNotFound, 0, true)));
        Assert.That(e.Message, Does.Contain("/nowhere/libcore.so").And.EqualTo(NativeStatus.LastErrorText()));
    }

    [Test]
    public void Structs_HaveTheSizesOfC()
    {
        Assert.That(sizeof(DaMpiStatus), Is.EqualTo(2 * 4 + 8));
        Assert.That(sizeof(DaFortranArray), Is.EqualTo(3 * 8 + 4 * 4 + 7 * NativeFortran.MaxNdim * 8));
    }

    [LibraryImport("libc", EntryPoint = "dlsym", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint FindSymbol(nint handle, string name);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial byte* GetEnvironment(string name);
}
