namespace PolicyBot.Digests.Charts;

/// <summary>How much of each pixel an outline covers: each edge adds the area that it bounds to its right, and the sum along a line is the coverage.</summary>
internal sealed class Coverage(int width, int height)
{
    private const int CurveSteps = 6;

    private readonly double[] _areas = new double[(width + 2) * height];

    /// <summary>A contour in pixels, the y axis downward.</summary>
    public void Add(IReadOnlyList<OutlinePoint> contour)
    {
        if (contour.Count < 2) return;
        var start = contour[0].IsOnCurve ? contour[0] : contour[^1].IsOnCurve ? contour[^1] : Middle(contour[0], contour[^1]);
        var (from, bend) = (start, (OutlinePoint?)null);
        foreach (var point in contour.Skip(contour[0].IsOnCurve ? 1 : 0).Append(start))
        {
            if (bend is not { } control)
            {
                if (point.IsOnCurve) Line(from, from = point);
                else bend = point;
                continue;
            }

            var to = point.IsOnCurve ? point : Middle(control, point);
            Curve(from, control, to);
            (from, bend) = (to, point.IsOnCurve ? null : point);
        }

        if (bend is { } last) Curve(from, last, start);
    }

    /// <summary>From 0 to 1 for each pixel, line by line.</summary>
    public IEnumerable<(int X, int Y, double Share)> Read()
    {
        for (var y = 0; y < height; y++)
        {
            var sum = 0.0;
            for (var x = 0; x < width; x++)
            {
                sum += _areas[(y * (width + 2)) + x];
                if (Math.Min(1, Math.Abs(sum)) is > 0.01 and var share) yield return (x, y, share);
            }
        }
    }

    private void Curve(OutlinePoint a, OutlinePoint control, OutlinePoint b)
    {
        var from = a;
        for (var n = 1; n <= CurveSteps; n++)
        {
            var (t, u) = ((double)n / CurveSteps, 1 - ((double)n / CurveSteps));
            Line(from, from = new((u * u * a.X) + (2 * u * t * control.X) + (t * t * b.X), (u * u * a.Y) + (2 * u * t * control.Y) + (t * t * b.Y), true));
        }
    }

    private void Line(OutlinePoint a, OutlinePoint b)
    {
        if (a.Y == b.Y) return;
        var (sign, top, bottom) = a.Y < b.Y ? (1.0, a, b) : (-1.0, b, a);
        var slope = (bottom.X - top.X) / (bottom.Y - top.Y);
        for (var y = Math.Max(0, (int)Math.Floor(top.Y)); y < Math.Min(height, Math.Ceiling(bottom.Y)); y++)
        {
            var (y0, y1) = (Math.Max(y, top.Y), Math.Min(y + 1, bottom.Y));
            if (y1 <= y0) continue;
            Row(y, sign * (y1 - y0), top.X + (slope * (y0 - top.Y)), top.X + (slope * (y1 - top.Y)));
        }
    }

    /// <summary>One edge within one line of pixels, taken upright at its middle within each pixel that it crosses.</summary>
    private void Row(int y, double rise, double x0, double x1)
    {
        var (left, right) = (Math.Clamp(Math.Min(x0, x1), 0, width), Math.Clamp(Math.Max(x0, x1), 0, width));
        var span = right - left;
        for (var x = (int)left; x <= (int)right && x <= width; x++)
        {
            var (from, to) = (Math.Max(left, x), Math.Min(right, x + 1));
            var part = span > 0 ? rise * (to - from) / span : rise;
            var inside = x + 1 - ((from + to) / 2);
            _areas[(y * (width + 2)) + x] += part * inside;
            _areas[(y * (width + 2)) + x + 1] += part * (1 - inside);
            if (span <= 0) return;
        }
    }

    private static OutlinePoint Middle(OutlinePoint a, OutlinePoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2, true);
}
