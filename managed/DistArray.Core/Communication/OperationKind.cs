namespace DistArray;

/// <summary>The reductions every communicator has built in, and <see cref="User"/>. The numbers cross the border to native code (<c>da_mpi_op_kind</c>).</summary>
/// <remarks>MPI-4.0 section 6.9.2.</remarks>
public enum OperationKind
{
    /// <summary>A function of the user's.</summary>
    User = 0,

    /// <summary>Sum. Not for booleans and logicals.</summary>
    Add = 1,

    /// <summary>Product. Not for booleans and logicals.</summary>
    Multiply = 2,

    /// <summary>Minimum of integers and floating-point numbers; which of a number and a NaN wins is not defined.</summary>
    Min = 3,

    /// <summary>Maximum of integers and floating-point numbers; which of a number and a NaN wins is not defined.</summary>
    Max = 4,

    /// <summary>Logical and, of booleans and logicals.</summary>
    LogicalAnd = 5,

    /// <summary>Logical or, of booleans and logicals.</summary>
    LogicalOr = 6,

    /// <summary>Logical exclusive or, of booleans and logicals.</summary>
    LogicalXor = 7,

    /// <summary>Bitwise and, of integers.</summary>
    BitwiseAnd = 8,

    /// <summary>Bitwise or, of integers.</summary>
    BitwiseOr = 9,

    /// <summary>Bitwise exclusive or, of integers.</summary>
    BitwiseXor = 10,
}
