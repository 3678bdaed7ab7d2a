#pragma warning disable IDE0130 // takes the place of the file of this name in the shared sources
namespace Networks.Workflows.Conformance;
#pragma warning restore IDE0130

/// <summary>How many random sequences are tried each time; the embedded database tries five times as many.</summary>
internal static class Pace
{
    public const int Sequences = 200;
}
