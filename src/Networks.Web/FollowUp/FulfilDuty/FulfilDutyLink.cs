using Networks.Data;

namespace Networks.Web.FollowUp.FulfilDuty;

/// <summary>One duty of the network: that it was seen to.</summary>
public static class FulfilDutyLink
{
    public static string To(CaseId @case, Guid duty) => $"/networks/{@case.Value}/duties/{duty}";
}
