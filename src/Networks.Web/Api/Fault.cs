using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>One "no" as programs read it.</summary>
/// <param name="Code">Stable; never reworded.</param>
/// <param name="Detail">The sentence for people, in the language asked for.</param>
/// <param name="Field">What of the input it is about; null when about the whole act.</param>
internal sealed record Fault(string Code, string Detail, string? Field)
{
    public static Fault Of(Refusal refusal) => new(refusal.Code, refusal.Text, refusal.Field);
}
