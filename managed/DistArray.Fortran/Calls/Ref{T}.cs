namespace DistArray.Fortran;

/// <summary>A scalar that a procedure takes by reference: an argument without <c>value</c>, of any intent.</summary>
/// <typeparam name="T">An element type.</typeparam>
/// <remarks>The value is copied in before the call and back when it has ended.</remarks>
/// <example><code>var error = new Ref&lt;int&gt;();
/// core.Call("turbulence_init", n, error);
/// if (error.Value != 0) …</code></example>
public sealed class Ref<T> where T : unmanaged
{
    /// <summary>Makes a scalar.</summary>
    /// <param name="value">What Fortran finds.</param>
    public Ref(T value = default) => Value = value;

    /// <summary>What Fortran finds, and after the call what it left.</summary>
    public T Value { get; set; }

    /// <summary>The value as text.</summary>
    public override string ToString() => $"{Value}";
}
