namespace Harness.Stubs.Sanitizing;

/// <summary>A rule about parts of a recording as a whole; where it is switched off, <see cref="Scrubber.Has"/> says so.</summary>
internal abstract class PartRule : SanitizerRule;
