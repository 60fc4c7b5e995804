using System.Runtime.InteropServices;
using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>The whole numbers a schema allows.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberBounds(long Low, long High)
{
    /// <summary>Null when no whole number is allowed.</summary>
    public static NumberBounds? Whole(Schema schema)
    {
        bool isInt32 = schema.Format == "int32";
        decimal low = isInt32 ? int.MinValue : long.MinValue;
        decimal high = isInt32 ? int.MaxValue : long.MaxValue;
        if (schema.Minimum is { } minimum)
        {
            decimal ceiling = decimal.Ceiling(minimum);
            low = Math.Max(low, schema.ExclusiveMinimum && ceiling == minimum ? ceiling + 1 : ceiling);
        }

        if (schema.Maximum is { } maximum)
        {
            decimal floor = decimal.Floor(maximum);
            high = Math.Min(high, schema.ExclusiveMaximum && floor == maximum ? floor - 1 : floor);
        }

        return low <= high ? new NumberBounds((long)low, (long)high) : null;
    }

    /// <summary>The wish itself when it is allowed, else one that keeps different wishes different where there is room.</summary>
    public long Fit(long wish)
    {
        if (wish >= Low && wish <= High)
        {
            return wish;
        }

        ulong room = (ulong)High - (ulong)Low;
        return room >= int.MaxValue ? Low + (Math.Abs(wish % 1000)) : Low + (long)((ulong)Math.Abs(wish % int.MaxValue) % (room + 1));
    }

    /// <summary>A number with two decimals inside both the schema's and the role's range, where they meet.</summary>
    public static decimal Fraction(Schema schema, long roleLow, long roleHigh, ulong hash)
    {
        decimal low = schema.Minimum ?? Math.Min(roleLow, (schema.Maximum ?? roleLow) - 100);
        decimal high = schema.Maximum ?? Math.Max(roleHigh, low + 100);
        if (roleLow > low && roleLow < high)
        {
            low = roleLow;
        }

        if (roleHigh < high && roleHigh > low)
        {
            high = roleHigh;
        }

        decimal value = low + ((high - low) * (1 + (hash % 998)) / 1000);
        decimal rounded = decimal.Round(value, 2);
        return rounded > low && rounded < high ? rounded : value;
    }
}
