#pragma warning disable IDE0130 // another project has another file of this name
namespace Networks.Workflows.Conformance;
#pragma warning restore IDE0130

/// <summary>How many random sequences are tried each time.</summary>
internal static class Pace
{
    public const int Sequences = 1_000;
}
