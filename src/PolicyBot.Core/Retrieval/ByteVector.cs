using System.Numerics;
using System.Numerics.Tensors;

namespace PolicyBot.Retrieval;

/// <summary>A vector in a byte a number: a quarter of the memory, and the order of nearness stays.</summary>
internal static class ByteVector
{
    public static sbyte[] Of(ReadOnlySpan<float> vector)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        var scaled = new float[vector.Length];
        if (largest > 0) TensorPrimitives.Multiply(vector, sbyte.MaxValue / largest, scaled);
        TensorPrimitives.Round(scaled, scaled);
        var bytes = new sbyte[vector.Length];
        TensorPrimitives.ConvertSaturating<float, sbyte>(scaled, bytes);
        return bytes;
    }

    /// <summary>One over the length; 0 for a vector of nothing.</summary>
    public static float InverseLength(ReadOnlySpan<sbyte> vector) => Dot(vector, vector) is > 0 and var square ? 1 / MathF.Sqrt(square) : 0;

    /// <summary>TensorPrimitives multiplies bytes into bytes, which overflows: here two products share sixteen bits, and sums have thirty-two.</summary>
    public static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var (sum, i) = (Vector<int>.Zero, 0);
        for (; i <= a.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(a[i..]), out var aLow, out var aHigh);
            Vector.Widen(new Vector<sbyte>(b[i..]), out var bLow, out var bHigh);
            Vector.Widen((aLow * bLow) + (aHigh * bHigh), out var low, out var high);
            sum += low + high;
        }

        var total = Vector.Sum(sum);
        for (; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }
}
