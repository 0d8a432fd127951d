using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>The platform's functions of vectors of one element type, of the widest vectors that the machine has.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameters of these methods have no requirements on members.")]
[UnconditionalSuppressMessage("Trimming", "IL2071", Justification = "The types of elements are structures, whose parameterless constructor is nothing.")]
internal sealed class LaneMethods
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;

    private static readonly MethodInfo[] s_vector512 = typeof(Vector512).GetMethods(Static), s_vector256 = typeof(Vector256).GetMethods(Static);
    private static readonly MethodInfo[] s_vector128 = typeof(Vector128).GetMethods(Static), s_tails = typeof(TailLanes).GetMethods(Static);

    private readonly Type _element;
    private readonly MethodInfo[] _methods;

    public LaneMethods(Type element)
    {
        _element = element;
        (Bytes, Type vector, _methods) = Vector512.IsHardwareAccelerated ? (64, typeof(Vector512<>), s_vector512)
            : Vector256.IsHardwareAccelerated ? (32, typeof(Vector256<>), s_vector256)
            : (16, typeof(Vector128<>), s_vector128);
        Vector = vector.MakeGenericType(element);
        Load = Find("Load", parameter => parameter.ParameterType.IsPointer);
        Store = Find("Store", parameter => parameter.ParameterType is { IsPointer: true } or { IsGenericType: true }, 2);
        StoreNonTemporal = Find("StoreAlignedNonTemporal", _ => true, 2);
        Broadcast = Find("Create", parameter => parameter.ParameterType.IsGenericMethodParameter);
        LoadTail = s_tails.Single(method => method.Name == $"Load{8 * Bytes}").MakeGenericMethod(element);
        ByKernel = typeof(KernelLanes).GetMethod(nameof(KernelLanes.Run))!.MakeGenericMethod(element);
        AreAllSet = Find("AllWhereAllBitsSet", _ => true);
        StoreTail = s_tails.Single(method => method.Name == $"Store{8 * Bytes}").MakeGenericMethod(element);
    }

    /// <summary>Bytes of a vector.</summary>
    public int Bytes { get; }

    /// <summary>Type of a vector.</summary>
    public Type Vector { get; }

    public MethodInfo Load { get; }

    public MethodInfo Store { get; }

    public MethodInfo StoreNonTemporal { get; }

    /// <summary>From one element to all lanes.</summary>
    public MethodInfo Broadcast { get; }

    /// <summary>From an address and a number of bytes.</summary>
    public MethodInfo LoadTail { get; }

    /// <summary>Of a vector to an address, so many bytes.</summary>
    public MethodInfo StoreTail { get; }

    /// <summary>Whether all lanes of a mask are ones.</summary>
    public MethodInfo AreAllSet { get; }

    /// <summary>A kernel's function of a vector, by its tiles.</summary>
    public MethodInfo ByKernel { get; }

    /// <summary>A function of vectors alone.</summary>
    public MethodInfo Of(string name, int operands) => Find(name, parameter => parameter.ParameterType.IsGenericType, operands);

    private MethodInfo Find(string name, Func<ParameterInfo, bool> parameter, int parameters = 1) => _methods
        .Single(method => method.Name == name && method.IsGenericMethodDefinition && method.GetGenericArguments().Length == 1
            && method.GetParameters().Length == parameters && method.GetParameters().All(parameter))
        .MakeGenericMethod(_element);
}
