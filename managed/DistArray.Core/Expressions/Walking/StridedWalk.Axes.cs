namespace DistArray;

internal unsafe partial struct StridedWalk
{
    // Turns the axes around along which the first operand that moves goes backwards.
    private readonly void Flip()
    {
        for (int axis = 0; axis < _axes; axis++)
        {
            if (HasTables(axis)) continue;
            long* strides = _strides + (axis * _operands);
            int first = 0;
            while (first < _operands && strides[first] == 0) first++;
            if (first == _operands || strides[first] > 0) continue;
            for (int operand = 0; operand < _operands; operand++)
            {
                _pointers[operand] += (nint)((_counts[axis] - 1) * strides[operand]);
                strides[operand] = -strides[operand];
            }
        }
    }

    // Stable: where nothing tells them apart the order of the axes stays.
    private readonly void Sort()
    {
        for (int axis = 1; axis < _axes; axis++)
        {
            for (int i = axis; i > 0 && IsInside(i - 1, i); i--) Swap(i - 1, i);
        }
    }

    // The first operand that moves along both axes by unequal steps decides; then tables go outwards.
    private readonly bool IsInside(int axis, int other)
    {
        for (int operand = 0; operand < _operands; operand++)
        {
            long step = Math.Abs(_strides[(axis * _operands) + operand]), otherStep = Math.Abs(_strides[(other * _operands) + operand]);
            if (step != 0 && otherStep != 0 && step != otherStep) return step < otherStep;
        }
        return !HasTables(axis) && HasTables(other);
    }

    private readonly void Swap(int axis, int other)
    {
        (_counts[axis], _counts[other]) = (_counts[other], _counts[axis]);
        for (int operand = 0; operand < _operands; operand++)
        {
            int i = (axis * _operands) + operand, j = (other * _operands) + operand;
            (_strides[i], _strides[j]) = (_strides[j], _strides[i]);
            if (_tables is not null) (_tables[i], _tables[j]) = (_tables[j], _tables[i]);
        }
    }

    private void Join()
    {
        int n = 0;
        for (int axis = 0; axis < _axes; axis++)
        {
            if (n > 0 && Continues(n - 1, axis)) _counts[n - 1] *= _counts[axis];
            else _counts[n++] = _counts[axis];
            if (n - 1 == axis) continue;
            for (int operand = 0; operand < _operands; operand++)
            {
                _strides[((n - 1) * _operands) + operand] = _strides[(axis * _operands) + operand];
                if (_tables is not null) _tables[((n - 1) * _operands) + operand] = _tables[(axis * _operands) + operand];
            }
        }
        _axes = n;
    }

    private readonly bool Continues(int outer, int inner)
    {
        if (_tables is not null && (HasTables(outer) || HasTables(inner))) return false;
        for (int operand = 0; operand < _operands; operand++)
        {
            if (_strides[(outer * _operands) + operand] != _strides[(inner * _operands) + operand] * _counts[inner]) return false;
        }
        return true;
    }
}
