using System.Collections.Frozen;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Properties that stand beside the data and are filled only when something failed.</summary>
/// <remarks>Observed: envelopes that report errors inside a 200. A success that fills both sides is one no portal ever sends.</remarks>
internal static class ErrorNames
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "error", "errors", "errordata", "errorcode", "errorcodes", "errormessage", "errormessages", "errordetail", "errordetails", "errorinfo", "errortype",
            "errorresponse", "errorreason", "exception", "exceptions", "exceptionmessage", "exceptiontype", "innererror", "innerexception", "failurereason",
            "failuremessage", "failuredetails", "lasterror", "odataerror", "stacktrace", "fault", "faults",
        ],
        StringComparer.Ordinal);

    public static bool IsError(string name) => Names.Contains(string.Concat(NameWords.Split(name)));
}
