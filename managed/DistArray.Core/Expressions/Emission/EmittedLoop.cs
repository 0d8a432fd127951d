namespace DistArray;

/// <summary>Machine code of a program: all of it, a vector at a time, over rows.</summary>
/// <param name="pointers">First element of each operand, the destination first.</param>
/// <param name="rowStrides">Bytes from a row to the next one, of each operand.</param>
/// <param name="rows">Number of rows.</param>
/// <param name="count">Elements of a row.</param>
/// <param name="constants">Values of the program's constants.</param>
internal unsafe delegate void EmittedLoop(nint* pointers, long* rowStrides, nint rows, nint count, FusedConstant* constants);
