using System.Numerics;

namespace DistArray.Core.Tests.Elements;

public class ElementTypesTests
{
    [Test]
    public void Of_EveryType_AgreesWithSizeNameAndNetType()
    {
        Check<bool>(ElementType.Boolean, "bool");
        Check<sbyte>(ElementType.Int8, "int8");
        Check<byte>(ElementType.UInt8, "uint8");
        Check<short>(ElementType.Int16, "int16");
        Check<ushort>(ElementType.UInt16, "uint16");
        Check<int>(ElementType.Int32, "int32");
        Check<uint>(ElementType.UInt32, "uint32");
        Check<long>(ElementType.Int64, "int64");
        Check<ulong>(ElementType.UInt64, "uint64");
        Check<float>(ElementType.Float32, "float32");
        Check<double>(ElementType.Float64, "float64");
        Check<Complex64>(ElementType.Complex64, "complex64");
        Check<Complex>(ElementType.Complex128, "complex128");
        Check<Logical32>(ElementType.Logical32, "logical32");
        Check<Logical64>(ElementType.Logical64, "logical64");
        Assert.That(ElementTypes.All, Is.EquivalentTo(Enum.GetValues<ElementType>()));
    }

    [Test]
    public void Of_AnotherType_NamesItAndTheList()
    {
        Assert.That(ElementTypes.Of<decimal>, Throws.TypeOf<NotSupportedException>().With.Message.Contains("Decimal").And.Message.Contains("Complex64"));
        Assert.That(ElementTypes.TryOf<Guid>(out _), Is.False);
        Assert.That(() => ElementTypes.SizeOf((ElementType)16), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => ElementTypes.SizeOf(0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static unsafe void Check<T>(ElementType type, string name) where T : unmanaged
    {
        Assert.That(ElementTypes.Of<T>(), Is.EqualTo(type));
        Assert.That(ElementTypes.TryOf<T>(out ElementType found) && found == type, Is.True);
        Assert.That(ElementTypes.SizeOf(type), Is.EqualTo(sizeof(T)));
        Assert.That(ElementTypes.NameOf(type), Is.EqualTo(name));
        Assert.That(ElementTypes.NetTypeOf(type), Is.EqualTo(typeof(T)));
    }
}
