namespace DistArray;
internal static class ElementKernels { public static ElementKernel Find(params ReadOnlySpan<object> x) => throw new NotSupportedException(); public static ElementKernel FindCast(ElementType a, ElementType b) => throw new NotSupportedException(); }
internal static class Redistribution { public static void Copy<T>(DistArray<T> a, DistArray<T> b, string c) where T : unmanaged => throw new NotSupportedException(); }
