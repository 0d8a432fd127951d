using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>A function of one operand, a vector at a time.</summary>
internal interface IVectorUnary<T>
{
    static abstract Vector512<T> Invoke(Vector512<T> x);
}

/// <summary>A function of two operands, a vector at a time.</summary>
internal interface IVectorBinary<T>
{
    static abstract Vector512<T> Invoke(Vector512<T> x, Vector512<T> y);
}

/// <summary>A function of three operands, a vector at a time.</summary>
internal interface IVectorTernary<T>
{
    static abstract Vector512<T> Invoke(Vector512<T> x, Vector512<T> y, Vector512<T> z);
}

/// <summary>A condition on two operands: lanes of ones where it holds, of zeros elsewhere.</summary>
internal interface IVectorRelation<T>
{
    static abstract Vector512<T> Invoke(Vector512<T> x, Vector512<T> y);
}

/// <summary>A condition on one operand: lanes of ones where it holds, of zeros elsewhere.</summary>
internal interface IVectorPredicate<T>
{
    static abstract Vector512<T> Invoke(Vector512<T> x);
}
