using System.Runtime.Intrinsics;

namespace DistArray;

internal readonly struct BitAndLanes<T> : IVectorBinary<T>
{
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => x & y;
}

internal readonly struct BitOrLanes<T> : IVectorBinary<T>
{
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => x | y;
}

internal readonly struct BitXorLanes<T> : IVectorBinary<T>
{
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => x ^ y;
}

internal readonly struct InvertLanes<T> : IVectorUnary<T>
{
    public static Vector512<T> Invoke(Vector512<T> x) => ~x;
}
