using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts.Schemas;

namespace Harness.Tests.Support;

/// <summary>Random schemas that have an instance: trees of bounded depth, with cycles back to the root through optional properties and arrays.</summary>
internal static class SchemaTrees
{
    private static readonly string[] Names =
        ["id", "displayName", "value", "count", "userId", "createdDateTime", "expiryDate", "error", "nextLink", "status", "members", "device", "url", "x", "isEnabled", "total"];

    private static readonly string[] Formats = ["uuid", "date-time", "date", "time", "uri", "email", "ipv4", "ipv6", "byte", "duration", "hostname", "unheard-of"];

    private static readonly string[] Patterns = ["^[A-Z]{2}-\\d{3,5}$", "^(red|green|blue)$", "^[a-z0-9_.-]+@x\\.y$", "^v\\d+(\\.\\d+)*$", "[^x]{4}", "^\\w{1,8}$"];

    public static Arbitrary<Schema> Arbitrary() => Arb.From(Tree());

    private static Gen<Schema> Tree() =>
        from root in Node(3)
        from cycles in Gen.Choose(0, 2)
        select WithCycles(root, cycles);

    private static Gen<Schema> Node(int depth)
    {
        Gen<Schema> inner = depth == 0 ? Scalar() : Gen.Frequency((4, Scalar()), (4, Object(depth)), (2, Array(depth)), (1, Map(depth)), (2, Alternatives(depth)));
        return from schema in inner from nullable in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true))) select MaybeNull(schema, nullable);
    }

    private static Gen<Schema> Scalar() => Gen.OneOf(Text(), Number(), Gen.Fresh(Shape.Boolean), Enumeration(), Gen.Fresh(Shape.Placeholder));

    private static Gen<Schema> Text() => Gen.OneOf(
        Gen.Elements(Formats).Select(f => Shape.Text(f)),
        Gen.Elements(Patterns).Select(p => new Schema { Types = JsonTypes.String, Pattern = p }),
        from least in Gen.Choose(0, 60)
        from more in Gen.Choose(0, 20)
        select new Schema { Types = JsonTypes.String, MinLength = least, MaxLength = least + more });

    private static Gen<Schema> Number() =>
        from whole in Gen.Elements(true, false)
        from low in Gen.Choose(-1000, 1000)
        from width in Gen.Choose(2, 500)
        from bounds in Gen.Choose(0, 3)
        from excluding in Gen.Elements(true, false)
        select new Schema
        {
            Types = whole ? JsonTypes.Integer : JsonTypes.Number,
            Minimum = (bounds & 1) == 0 ? null : low,
            Maximum = (bounds & 2) == 0 ? null : low + width,
            ExclusiveMinimum = excluding,
            ExclusiveMaximum = excluding,
        };

    private static Gen<Schema> Enumeration() =>
        Gen.Elements(Shape.Choice("Low", "High"), Shape.Choice("only"), new Schema { Types = JsonTypes.Integer, Enum = ["1", "2", "30"] });

    private static Gen<Schema> Object(int depth) =>
        from names in Gen.SubListOf<string>(Names)
        from schemas in Gen.ArrayOf(Node(depth - 1), names.Count)
        from required in Gen.ArrayOf(Gen.Elements(true, false), names.Count)
        from closed in Gen.Elements(true, false)
        select new Schema
        {
            Types = JsonTypes.Object,
            Properties = [.. names.Select((name, i) => new SchemaProperty(name, schemas[i], required[i]))],
            IsClosed = closed,
        };

    private static Gen<Schema> Array(int depth) =>
        from items in Node(depth - 1)
        from least in Gen.Choose(0, 4)
        from bounded in Gen.Elements(true, false)
        from more in Gen.Choose(0, 3)
        select new Schema { Types = JsonTypes.Array, Items = items, MinItems = bounded ? least : null, MaxItems = bounded ? least + more : null };

    private static Gen<Schema> Map(int depth) => Node(depth - 1).Select(Shape.Map);

    // Alternatives that differ in type, or in a required property that tells them apart: exactly one can hold.
    private static Gen<Schema> Alternatives(int depth) => Gen.OneOf(
        Text().Select(text => Shape.OneOf(text, Shape.Integer(), Shape.Boolean())),
        from left in Node(depth - 1)
        from right in Node(depth - 1)
        select Shape.OneOf(Tagged("left", left), Tagged("right", right)),
        from first in Node(depth - 1)
        from second in Node(depth - 1)
        select Shape.AnyOf(first, second));

    private static Schema Tagged(string tag, Schema value) => Shape.Object(("tag!", Shape.Choice(tag)), ("x!", value));

    private static Schema MaybeNull(Schema schema, bool nullable)
    {
        bool canSayNull = nullable && schema.OneOf.Count == 0 && schema.AnyOf.Count == 0;
        return canSayNull ? schema.Nullable() : schema;
    }

    private static Schema WithCycles(Schema root, int cycles)
    {
        if (root.Properties.Count > 0 && root.OneOf.Count == 0)
        {
            (string Name, Schema Schema)[] more = [("self", root), ("children", Shape.Array(root))];
            root.Properties = [.. root.Properties, .. more.Take(cycles).Select(m => new SchemaProperty(m.Name, m.Schema, false))];
        }

        return root;
    }
}
