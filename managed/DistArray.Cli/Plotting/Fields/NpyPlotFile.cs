using System.IO.MemoryMappedFiles;
using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>A file of NumPy, mapped into memory, so that only the pages of the parts are read; of the other byte order it is read as a whole.</summary>
internal sealed unsafe class NpyPlotFile : PlotFile
{
    private readonly NpyHeader _header;
    private readonly MemoryMappedFile? _mapping;
    private readonly MemoryMappedViewAccessor? _view;

    public NpyPlotFile(string path) : base(path)
    {
        _header = NpyFile.ReadHeader(path);
        Names = [System.IO.Path.GetFileNameWithoutExtension(path)];
        if (_header.IsBigEndian) return;
        _mapping = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    public override IReadOnlyList<string> Names { get; }

    public override void Dispose()
    {
        _view?.Dispose();
        _mapping?.Dispose();
    }

    protected override PlotField Open(string name) => new NpyField(this, name);

    private DistArray<T> Map<T>(Distribution distribution) where T : unmanaged
    {
        byte* start = null;
        _view!.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var memory = new ForeignMemory(start + _header.DataOffset, distribution.Size * sizeof(T), Path, _view);
        var strides = new long[distribution.NDim];
        long stride = 1;
        for (int i = 0; i < strides.Length; i++)
        {
            int axis = _header.FileOrder == MemoryOrder.ColumnMajor ? i : strides.Length - 1 - i;
            strides[axis] = stride;
            stride *= distribution.Shape[axis];
        }
        return DistArray<T>.Wrap(distribution, new LocalBlock<T>((T*)(start + _header.DataOffset), distribution.LocalShape, strides, memory));
    }

    private sealed class NpyField(NpyPlotFile file, string name) : ArrayField(name, file._header.ElementType, file._header.Shape.ToArray(), file._header.FileOrder)
    {
        protected override DistArray<T> Whole<T>(Distribution distribution) => file._view is null ? NpyFile.Read<T>(file.Path, distribution) : file.Map<T>(distribution);
    }
}
