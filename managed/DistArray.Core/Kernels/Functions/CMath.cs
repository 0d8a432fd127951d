using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace DistArray;

/// <summary>Functions of C's mathematical library that .NET lacks or computes less exactly; NumPy calls the same.</summary>
internal static partial class CMath
{
    private const string Library = "libm.so.6";

    [LibraryImport(Library, EntryPoint = "expm1"), SuppressGCTransition]
    public static partial double Expm1(double x);

    [LibraryImport(Library, EntryPoint = "log1p"), SuppressGCTransition]
    public static partial double Log1p(double x);

    [LibraryImport(Library, EntryPoint = "exp2"), SuppressGCTransition]
    public static partial double Exp2(double x);

    [LibraryImport(Library, EntryPoint = "hypot"), SuppressGCTransition]
    public static partial double Hypot(double x, double y);

    [LibraryImport(Library, EntryPoint = "csqrt"), SuppressGCTransition]
    public static partial Complex Sqrt(Complex x);

    [LibraryImport(Library, EntryPoint = "cexp"), SuppressGCTransition]
    public static partial Complex Exp(Complex x);

    [LibraryImport(Library, EntryPoint = "clog"), SuppressGCTransition]
    public static partial Complex Log(Complex x);

    [LibraryImport(Library, EntryPoint = "cpow"), SuppressGCTransition]
    public static partial Complex Pow(Complex x, Complex y);

    [LibraryImport(Library, EntryPoint = "csin"), SuppressGCTransition]
    public static partial Complex Sin(Complex x);

    [LibraryImport(Library, EntryPoint = "ccos"), SuppressGCTransition]
    public static partial Complex Cos(Complex x);

    [LibraryImport(Library, EntryPoint = "ctan"), SuppressGCTransition]
    public static partial Complex Tan(Complex x);

    [LibraryImport(Library, EntryPoint = "casin"), SuppressGCTransition]
    public static partial Complex ArcSin(Complex x);

    [LibraryImport(Library, EntryPoint = "cacos"), SuppressGCTransition]
    public static partial Complex ArcCos(Complex x);

    [LibraryImport(Library, EntryPoint = "catan"), SuppressGCTransition]
    public static partial Complex ArcTan(Complex x);

    [LibraryImport(Library, EntryPoint = "csinh"), SuppressGCTransition]
    public static partial Complex Sinh(Complex x);

    [LibraryImport(Library, EntryPoint = "ccosh"), SuppressGCTransition]
    public static partial Complex Cosh(Complex x);

    [LibraryImport(Library, EntryPoint = "ctanh"), SuppressGCTransition]
    public static partial Complex Tanh(Complex x);

    [LibraryImport(Library, EntryPoint = "casinh"), SuppressGCTransition]
    public static partial Complex ArcSinh(Complex x);

    [LibraryImport(Library, EntryPoint = "cacosh"), SuppressGCTransition]
    public static partial Complex ArcCosh(Complex x);

    [LibraryImport(Library, EntryPoint = "catanh"), SuppressGCTransition]
    public static partial Complex ArcTanh(Complex x);
}
