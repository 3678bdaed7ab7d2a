using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Tests.Rules;

public sealed class SigningFormTests
{
    [Fact]
    public void Given_the_standard_model_then_only_a_contractual_network_may_use_it()
    {
        Assert.Null(SigningForm.Check(NetworkKind.Contractual, SignatureForm.DigitalStandardModel));
        Assert.Equal(
            FindingLevel.Refusal, SigningForm.Check(NetworkKind.LegalEntity, SignatureForm.DigitalStandardModel)?.Level);
    }

    [Fact]
    public void Given_a_network_with_legal_personality_then_every_form_needs_a_public_official() =>
        Assert.All(SigningForm.Allowed(NetworkKind.LegalEntity), form => Assert.True(SigningForm.NeedsPublicOfficial(form)));

    [Fact]
    public void Given_the_standard_model_then_no_public_official_is_needed() =>
        Assert.False(SigningForm.NeedsPublicOfficial(SignatureForm.DigitalStandardModel));
}
