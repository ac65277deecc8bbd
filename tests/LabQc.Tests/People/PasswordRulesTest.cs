using LabQc.People;

namespace LabQc.Tests.People;

public sealed class PasswordRulesTest
{
    [Theory]
    [InlineData("twelve chars")]
    [InlineData("            x   y z")]
    [InlineData("ÄÖÜß und noch mehr")]
    [InlineData("🔬🧪🧫🦠🧬🔭🪐🌊🌋🏔🏜🏝")]
    public void A_long_password_of_any_characters_is_taken(string password) => PasswordRules.Check(password, "mira.okafor", "Mira Okafor");

    [Fact]
    public void The_bounds_are_12_and_256_characters()
    {
        var mixed = string.Concat(Enumerable.Range(0, 257).Select(i => (char)('a' + (i * 7 % 26))));
        PasswordRules.Check(mixed[..12]);
        PasswordRules.Check(mixed[..256]);
        Assert.Contains("at least 12", Assert.Throws<PasswordRefusedException>(() => PasswordRules.Check(mixed[..11])).Message, StringComparison.Ordinal);
        Assert.Contains("at most 256", Assert.Throws<PasswordRefusedException>(() => PasswordRules.Check(mixed)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123456789012")]
    [InlineData("PasswordPassword")]
    [InlineData("qwertyuiop123")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("abababababababab")]
    public void One_of_the_commonest_is_refused(string password) =>
        Assert.Contains("first that anybody would try", Assert.Throws<PasswordRefusedException>(() => PasswordRules.Check(password)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("xx MIRA.okafor yy")]
    [InlineData("hello Mira Okafor")]
    [InlineData("hello-miraokafor")]
    [InlineData("my LabQc password 7")]
    public void The_own_name_and_the_products_are_refused(string password) =>
        Assert.Throws<PasswordRefusedException>(() => PasswordRules.Check(password, "mira.okafor", "Mira Okafor"));

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Throws<PasswordRefusedException>(() => PasswordRules.Check("quiet river \ud83d"));
}
