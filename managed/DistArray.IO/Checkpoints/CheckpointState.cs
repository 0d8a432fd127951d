namespace DistArray.IO;

/// <summary>What a checkpoint holds, named piece by piece; the same description saves and loads.</summary>
/// <remarks>
/// <para>A program has one method that goes over its state, and gives it to <see cref="Checkpoint"/> for either:</para>
/// <code>
/// void Describe(CheckpointState state)
/// {
///     state.Value("step", ref step);
///     state.Array("density", density);
///     state.Generator("noise", random);
/// }
/// </code>
/// <para>Every member is collective. Names are those of the datasets (arrays) and of the root's attributes (the rest) in the HDF5 file.</para>
/// </remarks>
public abstract class CheckpointState
{
    private protected CheckpointState() { }

    /// <summary>Whether a checkpoint is being loaded; otherwise one is being saved.</summary>
    public abstract bool IsLoading { get; }

    /// <summary>An array: saved without its halo, loaded in place; its halo then stays as it is.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="array">The array, in any distribution and memory order; when loaded, these need not be those it was saved in, but the shape must.</param>
    /// <exception cref="ArgumentException">When loading: there is no such array, or it has another shape or element type.</exception>
    /// <exception cref="CheckpointException">When loading: it is damaged.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Array<T>(string name, DistArray<T> array) where T : unmanaged => Array(name, array, null);

    /// <summary>An array that is interpolated where it is loaded into one of another shape.</summary>
    /// <typeparam name="T">Any element type; float, double or complex where it has to be interpolated.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="array">The array.</param>
    /// <param name="interpolation">How to bring it to another grid; null to refuse another shape.</param>
    /// <exception cref="ArgumentException">When loading: there is no such array, it has another number of axes or element type, or cannot be interpolated.</exception>
    /// <exception cref="CheckpointException">When loading: it is damaged.</exception>
    /// <remarks><b>Collective.</b> The array is read as it was saved, checked, and interpolated after that.</remarks>
    public abstract void Array<T>(string name, DistArray<T> array, GridInterpolation? interpolation) where T : unmanaged;

    /// <summary>A number or truth value, the same on every rank.</summary>
    /// <typeparam name="T">An element type, such as int, long, double, bool or Complex.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value; set when loading.</param>
    /// <exception cref="ArgumentException">When loading: there is no such value, or it has another type.</exception>
    /// <exception cref="CheckpointException">When loading: it is damaged.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public abstract void Value<T>(string name, ref T value) where T : unmanaged;

    /// <summary>A row of numbers, the same on every rank.</summary>
    /// <typeparam name="T">An element type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="values">The numbers, any number of them; replaced by a new array when loading.</param>
    /// <exception cref="ArgumentException">When loading: there is no such row, or it has another type.</exception>
    /// <exception cref="CheckpointException">When loading: it is damaged.</exception>
    /// <remarks><b>Collective.</b> A dataset of one axis; rank 0's numbers are saved.</remarks>
    public abstract void Values<T>(string name, ref T[] values) where T : unmanaged;

    /// <summary>A text, the same on every rank.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text, without a zero character; set when loading.</param>
    /// <exception cref="ArgumentException">When loading: there is no such text.</exception>
    /// <exception cref="CheckpointException">When loading: it is damaged.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public abstract void Text(string name, ref string text);

    /// <summary>A source of random numbers, which goes on after loading as it would have after saving.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="generator">The generator; its state is set when loading.</param>
    /// <exception cref="ArgumentException">When loading: there is no such generator.</exception>
    /// <exception cref="CheckpointException">When loading: it is damaged.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public abstract void Generator(string name, RandomGenerator generator);
}
