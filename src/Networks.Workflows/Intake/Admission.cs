using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake;

/// <summary>What the rule of admission needs to know of a firm on file, and which of its findings stop an act of the intake.</summary>
internal static class Admission
{
    public static JoiningFirm Of(Firm firm) => new(firm.Name, firm.RegisterStatus, firm.Country, firm.HasItalianSecondarySeat);

    /// <summary>
    /// While firms are still being gathered, a professional alone is no refusal: an enterprise may come. A firm that can
    /// never take part is one at once.
    /// </summary>
    public static bool StopsAtOnce(RegisterStatus register, NetworkKind? kind) => register switch
    {
        RegisterStatus.ReaOnly or RegisterStatus.NotFound => true,
        RegisterStatus.Professional => kind == NetworkKind.Contractual,
        RegisterStatus.Entered or RegisterStatus.ToVerify => false,
    };
}
