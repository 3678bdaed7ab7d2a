namespace Networks.Data.EnterpriseNetworks;

/// <summary>Fondo patrimoniale comune (contract, letter c). Initial contributions stand on the participants.</summary>
/// <param name="Valuation">In what the initial contributions consist and how they are valued: "danaro", or the goods.</param>
/// <param name="ManagementRules">How the fund is managed.</param>
/// <param name="LaterContributions">Rules for later contributions; null when none are foreseen.</param>
/// <param name="PaymentDays">Days from effect within which the initial contribution is paid.</param>
public sealed record CommonFund(string Valuation, string ManagementRules, string? LaterContributions, int PaymentDays);
