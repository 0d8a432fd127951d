! A procedure of a Fortran core as Trilinos' operator: y(i) = factor x(i), each column.
module core_operator
  use, intrinsic :: iso_c_binding, only: c_double, c_int32_t, c_int64_t
  implicit none

contains

  integer(c_int32_t) function core_apply(factor, x, x_stride, x_rows, y, y_stride, y_rows, columns, transpose) &
    bind(C) result(failed)
    real(c_double), intent(in) :: factor
    integer(c_int64_t), value :: x_stride, x_rows, y_stride, y_rows
    integer(c_int32_t), value :: columns, transpose
    real(c_double), intent(in) :: x(x_stride, columns)
    real(c_double), intent(inout) :: y(y_stride, columns)

    failed = merge(1_c_int32_t, 0_c_int32_t, x_rows /= y_rows .or. transpose /= 0)
    if (failed == 0) y(1:y_rows, :) = factor*x(1:x_rows, :)
  end function
end module
