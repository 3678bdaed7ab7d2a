using Networks.Data;

namespace Networks.Web.Registration.ConfirmEffect;

/// <summary>Confirming the day of legal effect.</summary>
public static class ConfirmEffectLink
{
    public static string To(CaseId @case) => $"/networks/{@case.Value}/effect";
}
